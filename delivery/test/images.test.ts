import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeSets } from '@guildhall/gateway/composeSets';
import { generateViewerKeys } from '@guildhall/kit/viewer';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@guildhall/prisma/embedded';
import { serviceRole } from '@guildhall/prisma/roles';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Image, readImages } from '../src/images.ts';
import { trialOf } from '../src/trial.ts';
import { type Assembled, assemble } from './assemble.ts';

// What images hold runs from a folder of its own, on a real PostgreSQL, in the order of a deployment: a file or a package
// that an image lacks is missing here too. As in a container, nobody who runs there may write there.

const repository = fileURLToPath(new URL('../..', import.meta.url));
const images = readImages(repository).filter(({ kind }) => kind !== 'monitoring');
const isRoot = process.getuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), 'guildhall-images-'));
const assembled = new Map<string, Assembled>();
const running = new Map<string, { child: ChildProcess; url: string }>();
// The gateway signs what subgraphs believe.
const viewerKeys = await generateViewerKeys();
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  chmodSync(folder, 0o711);
  postgres = await startEmbeddedPostgres({
    dataDirectory: join(folder, 'postgres'),
    port: 0,
    durable: false,
  });
});
afterAll(async () => {
  for (const { child } of running.values()) child.kill('SIGKILL');
  await postgres?.stop();
  for (const { folder: each } of assembled.values()) rmSync(each, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

const named = (name: string) => images.find((image) => image.name === name)!;
const domains = images.filter(({ kind }) => kind === 'subgraph');
const databaseUrls = () =>
  Object.fromEntries(
    domains.map(({ name }) => {
      const url = new URL(postgres.ownerUrl);
      url.username = serviceRole(name);
      url.password = 'of-tests';
      return [`${name.toUpperCase()}_DATABASE_URL`, url.href];
    }),
  );

function assembledOf(image: Image): Assembled {
  const made = assembled.get(image.name) ?? assemble(image, repository);
  assembled.set(image.name, made);
  chmodSync(made.folder, 0o755);
  return made;
}

/** Runs an image's command as it would run in a container: with what the image sets, and the settings given. */
function options(image: Image, settings: Record<string, string>) {
  const { folder: cwd, environment } = assembledOf(image);
  return {
    cwd,
    env: {
      ...environment,
      ...trialOf(image, images)?.settings,
      ...{ PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn' },
      ...settings,
    },
    ...(isRoot && { uid: 1000, gid: 1000 }),
  };
}

async function runToItsEnd(name: string, settings: Record<string, string>, args?: string[]): Promise<string> {
  const image = named(name);
  const command = args ?? assembledOf(image).command.slice(1);
  const child = spawn(process.execPath, [...command], options(image, settings));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number];
  expect(code, output).toBe(0);
  return output;
}

async function startImage(image: Image, settings: Record<string, string>): Promise<string> {
  const [entry, ...args] = assembledOf(image).command.slice(1);
  const child = fork(join(assembledOf(image).folder, entry!), args, {
    ...options(image, settings),
    silent: true,
  });
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close').then(() => {
    throw new Error(`${image.name} ended: ${output}`);
  });
  ended.catch(() => {});
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [{ url: string }];
  running.set(image.name, { child, url: message.url });
  return message.url;
}

test('migrate brings the database up, and seed fills it', async () => {
  expect(await runToItsEnd('migrate', { DATABASE_URL: postgres.ownerUrl, ...databaseUrls() })).toMatch(
    /Applied \d+\./,
  );
  const [, filled] = /Filled (.+)\./.exec(
    await runToItsEnd('seed', { ...databaseUrls(), SEED_SCALE: '0.05' }),
  )!;
  const seeded = domains.filter(({ name }) => existsSync(join(repository, 'seeds', `${name}.ts`)));
  expect(filled!.split(', ').toSorted()).toEqual(seeded.map(({ name }) => name).toSorted());
});

test.for(domains)('$name starts from what its image holds, and reaches its database', async (image) => {
  const url = await startImage(image, {
    ...databaseUrls(),
    VIEWER_JWKS: JSON.stringify(viewerKeys.publicJwks),
  });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  // Another domain's tables, code or migrations are none of its business.
  const { folder: own } = assembledOf(image);
  expect(existsSync(join(own, 'prisma', image.name, 'migrations'))).toBe(false);
  for (const other of domains)
    if (other !== image) expect(existsSync(join(own, 'subgraphs', other.name))).toBe(false);
});

test('the gateway starts with the supergraph of a set of domains, and reaches its subgraphs', async () => {
  const gateway = named('gateway');
  const file = join(folder, 'configuration.json');
  writeFileSync(
    file,
    JSON.stringify({ domainSets: { institute: 'all', authority: { domains: ['people'] } } }),
  );
  const supergraphs = join(assembledOf(gateway).folder, 'gateway/supergraphs');
  mkdirSync(supergraphs, { recursive: true });
  expect(composeSets(file, supergraphs)).toEqual(['institute', 'authority']);
  const url = new URL(
    await startImage(gateway, {
      VIEWER_PRIVATE_KEY: JSON.stringify(viewerKeys.privateJwk),
      SUPERGRAPH_FILE: join(supergraphs, 'institute.graphql'),
      ...Object.fromEntries(
        domains.map(({ name }) => [`${name.toUpperCase()}_URL`, `${running.get(name)!.url}/graphql`]),
      ),
    }),
  );
  const statusOf = async (path: string) => (await fetch(new URL(path, url))).status;
  for (const path of ['/healthz', '/explorer/']) expect(await statusOf(path), path).toBe(200);
  // On a busy machine it may take a second look to reach them all in time.
  await expect.poll(() => statusOf('/readyz')).toBe(200);
});

test('the web app starts, and serves its files', async () => {
  const url = await startImage(named('web'), { WEB_URL: '' });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test('each ends by itself when it is told to', async () => {
  expect([...running.keys()].toSorted()).toEqual(
    [...domains.map(({ name }) => name), 'gateway', 'web'].toSorted(),
  );
  const ends = [...running].map(async ([name, { child }]) => {
    child.kill('SIGTERM');
    return [name, await once(child, 'exit')] as const;
  });
  for (const [name, end] of await Promise.all(ends)) expect(end, name).toEqual([0, null]);
});
