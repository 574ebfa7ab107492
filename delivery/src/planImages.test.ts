import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { digestFor } from '../fixtures/release.ts';
import { readTree } from './imageKey.ts';
import { imageVariables } from './imageVariables.ts';
import { readImages } from './images.ts';
import { misfits } from './misfits.ts';
import { planImages, releaseOf } from './planImages.ts';
import type { Release } from './release.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const images = readImages(repository);
// What is checked out, committed or not.
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-s'], {
  cwd: repository,
  encoding: 'utf8',
});
const tree = readTree(files.replaceAll(/^(\d+) ([0-9a-f]+) \d+\t/gm, '$1 blob $2\t'));
const present: Release = releaseOf({
  images,
  tree,
  last: null,
  built: Object.fromEntries(images.map(({ name }) => [name, digestFor(name)])),
  commit: 'a'.repeat(40),
  repository,
});
const builtAfter = (...changed: string[]) =>
  planImages(images, new Map([...tree, ...changed.map((path) => [path, 'changed'] as const)]), present).map(
    ({ name }) => name,
  );
const domains = images.filter(({ kind }) => kind === 'subgraph').map(({ name }) => name);

/** Domains whose code imports something, told from the code itself. */
const importing = (specifier: string) =>
  domains.filter((domain) =>
    globSync(`subgraphs/${domain}/src/**/*.ts`, { cwd: repository })
      .filter((file) => !file.endsWith('.test.ts'))
      .some((file) => readFileSync(join(repository, file), 'utf8').includes(`from '${specifier}`)),
  );

describe('a change', () => {
  test('of the reference config.json redeploys the services that read it, and no others', () => {
    const readers = importing('@guildhall/reference/');
    expect(readers).toContain('staffing');
    expect(readers).not.toEqual(domains);
    expect(builtAfter('subgraphs/reference/config.json')).toEqual(readers);
  });

  test('of nothing, of a test or of a page of docs redeploys nothing', () => {
    expect(builtAfter()).toEqual([]);
    expect(
      builtAfter(
        'subgraphs/staffing/test/shifts.test.ts',
        'gateway/src/server.test.ts',
        'docs/running.md',
        'web/README.md',
      ),
    ).toEqual([]);
  });

  test('of a service redeploys that service; of its schema the gateway too; of kit whoever runs with it', () => {
    expect(builtAfter('subgraphs/staffing/src/main.ts')).toEqual(['staffing']);
    expect(builtAfter('subgraphs/staffing/schema.graphql')).toEqual(['gateway', 'staffing']);
    expect(builtAfter('subgraphs/kit/src/logger.ts')).toEqual(['gateway', ...domains, 'seed'].toSorted());
    expect(builtAfter('web/src/app/layout.tsx')).toEqual(['web']);
  });

  test('of a migration redeploys what migrates; of a table also its service and what makes data', () => {
    expect(builtAfter('prisma/staffing/migrations/20261101090000_init/migration.sql')).toEqual(['migrate']);
    expect(builtAfter('prisma/staffing/schema.prisma')).toEqual(['migrate', 'seed', 'staffing']);
  });

  test('of a package from elsewhere redeploys all that is made with npm', () => {
    expect(builtAfter('package-lock.json')).toEqual(
      images.filter(({ kind }) => kind !== 'monitoring').map(({ name }) => name),
    );
  });
});

test('a release keeps the digest and the commit of what was not built again, and fits together', () => {
  const changedTree = new Map([...tree, ['subgraphs/staffing/src/main.ts', 'changed']]);
  const next = releaseOf({
    images,
    tree: changedTree,
    last: present,
    built: { staffing: digestFor('staffing, newer') },
    commit: 'b'.repeat(40),
    repository,
  });
  expect(next.images['staffing']).toMatchObject({
    digest: digestFor('staffing, newer'),
    commit: 'b'.repeat(40),
  });
  expect(next.images['people']).toEqual(present.images['people']);
  expect(misfits(next)).toEqual([]);
  const incomplete = { images, tree: changedTree, last: present, commit: 'b'.repeat(40), repository };
  expect(() => releaseOf({ ...incomplete, built: {} })).toThrow('staffing was not built');
  expect(() =>
    releaseOf({ ...incomplete, built: { staffing: digestFor('a'), web: digestFor('b') } }),
  ).toThrow('web was built although nothing of it changed');
});

test('a stack gets the digests that it asks for, and is refused when one is missing', () => {
  const stack = (...names: string[]) => ({
    variable: { images: { type: `object({${names.map((name) => `"${name}" = string`).join(', ')}})` } },
  });
  expect(imageVariables(present, stack('people', 'gateway'))).toEqual({
    images: { gateway: digestFor('gateway'), people: digestFor('people') },
  });
  expect(() => imageVariables(present, stack('people', 'code-server'))).toThrow(
    'The stack runs code-server, and the release has no such image: what makes it is not built yet',
  );
});
