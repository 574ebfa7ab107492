import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readImages } from '../src/images.ts';
import { readDockerfile } from './dockerfile.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const images = readImages(repository);
const files = globSync('**/Dockerfile', {
  cwd: repository,
  exclude: (path) => path.endsWith('node_modules'),
});
const ignored = readFileSync(join(repository, '.dockerignore'), 'utf8').split('\n');

test('every Dockerfile is an image, and every image has one', () => {
  expect([...new Set(images.map(({ dockerfile }) => dockerfile))].toSorted()).toEqual(files.toSorted());
});

describe.for(files)('%s', (file) => {
  const stages = readDockerfile(join(repository, file));
  const last = stages.at(-1)!;
  const all = stages.flatMap(({ instructions }) => instructions);

  test('begins with images that cannot change: by tag for people, by digest for Docker', () => {
    const named = stages.map(({ name }) => name);
    for (const { from } of stages)
      if (!named.includes(from)) expect(from).toMatch(/^[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$/);
  });

  test('runs as a user of a number that is not root', () => {
    expect(last.user).toMatch(/^[1-9]\d*:\d+$/);
    expect(last.instructions.findLastIndex(({ keyword }) => keyword === 'USER')).toBeGreaterThan(
      last.instructions.findLastIndex(({ keyword }) => keyword === 'RUN' || keyword === 'COPY'),
    );
  });

  test('starts its program itself, so that the signal to end reaches it', () => {
    const { entrypoint, command } = last;
    expect(command, 'CMD is in exec form').not.toBeNull();
    const started = [...(entrypoint ?? []), ...command!];
    expect(started[0]).not.toMatch(/^(npm|npx|yarn)$/);
    expect(started).not.toContain('-c');
    const script = started.find((each) => each.endsWith('.sh') && each.startsWith('/etc/'));
    const ours = script && join(repository, file, '..', script.split('/').at(-1)!);
    if (ours && existsSync(ours)) expect(readFileSync(ours, 'utf8')).toMatch(/^exec /m);
  });

  test('fetches nothing by itself, is told no secret, and says what it is made of', () => {
    expect(all.map(({ keyword }) => keyword)).not.toContain('ADD');
    for (const { keyword, text } of all) {
      if (keyword === 'RUN') expect(text).not.toMatch(/\b(curl|wget|apt-get|apk)\b/);
      if (keyword === 'ARG' || keyword === 'ENV')
        expect(text).not.toMatch(/secret|token|password|_key|database_url/i);
    }
    const labels = last.instructions.filter(({ keyword }) => keyword === 'LABEL').map(({ text }) => text);
    expect(labels.join()).toMatch(/image\.source=.*image\.version="\$VERSION".*image\.revision="\$COMMIT"/s);
  });

  test('copies what is there, and from what was built only what the image holds', () => {
    for (const [index, { copies }] of stages.entries()) {
      for (const { from, sources } of copies) {
        if (from === null)
          for (const source of sources) expect(existsSync(join(repository, source)), source).toBe(true);
        else {
          expect(stages.slice(0, index).map(({ name }) => name)).toContain(from);
          expect(sources).not.toContain('/build');
        }
      }
    }
    // Everything, node_modules of the builder included, is copied in a stage that is thrown away.
    expect(last.copies.flatMap(({ from, sources }) => (from === null ? sources : []))).not.toContain('.');
  });

  test('says whether it is well, unless it runs to its end', () => {
    const checks = last.instructions.filter(({ keyword }) => keyword === 'HEALTHCHECK');
    const kinds = images.filter(({ dockerfile }) => dockerfile === file).map(({ kind }) => kind);
    if (kinds.includes('migrate') || kinds.includes('seed')) return expect(checks).toEqual([]);
    expect(checks).toHaveLength(1);
    expect(checks[0]!.text).toContain('CMD ["');
  });
});

test('images of Node install what production needs, without running what packages bring along', () => {
  for (const file of files) {
    const stages = readDockerfile(join(repository, file));
    const installs = stages
      .flatMap(({ instructions }) => instructions)
      .filter(({ keyword, text }) => keyword === 'RUN' && text.includes('npm ci'))
      .map(({ text }) => text);
    for (const text of installs) expect(text).toContain('--ignore-scripts');
    if (stages.at(-1)!.from.startsWith('node:'))
      expect(installs.at(-1), file).toMatch(/--omit=dev --omit=optional .*--workspace=@guildhall\//);
  }
});

/** A pattern as Docker reads it: `*` ends at a slash and fits names that begin with a dot, unlike a shell's. */
const fits = (pattern: string, path: string) =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(.*/)?'))}$`,
  ).test(path);

test('secrets and what lies about are not even sent to be built, and what images are made from is', () => {
  // The last pattern that fits decides, also for what is in a folder.
  const isSent = (path: string) => {
    const ways = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
    return ignored
      .filter((pattern) => pattern !== '' && !pattern.startsWith('#'))
      .reduce((sent, pattern) => {
        const kept = pattern.startsWith('!');
        return ways.some((way) => fits(kept ? pattern.slice(1) : pattern, way)) ? kept : sent;
      }, true);
  };
  const never = [
    '.env',
    '.data/keys.json',
    '.git/config',
    'web/.env.local',
    'secrets.json',
    'docs/running.md',
  ];
  for (const path of [...never, 'gateway/node_modules/x/index.js', 'prisma/people/generated/client.ts'])
    expect(isSent(path), path).toBe(false);
  // Docker reads these two by itself.
  const sent = images
    .flatMap(({ madeFrom }) => madeFrom)
    .filter((path) => !/Dockerfile$|^\.dockerignore$/.test(path));
  for (const path of sent) expect(isSent(path), path).toBe(true);
});
