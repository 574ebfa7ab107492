import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@guildhall/prisma/embedded';
import { migrateUp, migrationStatus } from '@guildhall/prisma/migrate';
import { readCatalogue } from '@guildhall/prisma/testing/catalogue';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  makeFolder,
  removeFolder,
  run,
  startStackProcess,
  testSettings,
  type StackProcess,
} from '../stackProcess.ts';
import { checkOutEarlierRelease, presentMigrations, type EarlierRelease } from './earlierRelease.ts';

// A release is taken back as the workflow does it: the services first, on the newer tables; then the tables, by the newer
// migrations, while those services go on. Everything is real: processes, PostgreSQL, journeys.

const folder = makeFolder();
const settings = testSettings(folder);
let postgres: EmbeddedPostgres;
let earlier: EarlierRelease;
let stack: StackProcess | undefined;

beforeAll(async () => {
  // Roles belong to a cluster, and the earlier release sets their passwords.
  postgres = await startEmbeddedPostgres({
    dataDirectory: join(folder, 'postgres'),
    port: 0,
    durable: false,
  });
  earlier = checkOutEarlierRelease();
});
afterAll(async () => {
  await stack?.end();
  await postgres?.stop();
  removeFolder(earlier?.root);
  removeFolder(folder);
});

const domainOf = (migration: string) => migration.split('/')[0]!;
const namesOf = (migrations: readonly { domain: string; name: string }[]) =>
  migrations.map(({ domain, name }) => `${domain}/${name}`).toSorted();

async function applied(): Promise<string[]> {
  const status = await migrationStatus({ databaseUrl: postgres.ownerUrl });
  return namesOf(status.filter(({ appliedAt }) => appliedAt !== null));
}

async function catalogue(): Promise<string[]> {
  const client = new pg.Client({ connectionString: postgres.ownerUrl });
  await client.connect();
  try {
    return await readCatalogue(client, [...new Set(presentMigrations().map(domainOf)), 'guildhall']);
  } finally {
    await client.end();
  }
}

/** Runs the journeys of the earlier release against its services. */
async function travel(credentials: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await run(
    ['stack/blackbox/run.ts', '--url', stack!.note.graph, ...credentials, '--write'],
    settings,
    earlier.root,
  );
  expect(code, `${stdout}${stderr}`).toBe(0);
  expect(stdout).toMatch(/Tests .*passed/);
}

test('where git has no earlier release, the present code stands in for it, one migration of each domain behind', () => {
  const standIn = checkOutEarlierRelease(false);
  try {
    expect(standIn.isReal).toBe(false);
    const present = presentMigrations();
    const lacking = present.filter((each) => !standIn.migrations.includes(each));
    const newest = new Map(present.map((each) => [domainOf(each), each]));
    expect(lacking).toEqual([...newest.values()]);
    expect(presentMigrations(standIn.root)).toEqual(standIn.migrations);
  } finally {
    removeFolder(standIn.root);
  }
});

test('the earlier release works on the newer tables, and on its own once they have gone back under it; the newer come again', async () => {
  const newer = presentMigrations().filter((each) => !earlier.migrations.includes(each));
  await migrateUp({ databaseUrl: postgres.ownerUrl, servicePasswords: {} });
  const newerCatalogue = await catalogue();

  stack = await startStackProcess(
    ['stack/src/start.ts'],
    { ...settings, DATABASE_URL: postgres.ownerUrl },
    earlier.root,
  );
  const tokens = ['facility', 'agent'].map(async (persona) => {
    const { stdout } = await run(['stack/src/token.ts', persona], settings, earlier.root);
    return [`--${persona}`, stdout.trim()];
  });
  const credentials = ['--company', stack.adminKey, ...(await Promise.all(tokens)).flat()];
  await travel(credentials);

  const kept = [...new Set(newer.map(domainOf))].flatMap((domain) => [
    '--keep',
    earlier.migrations.findLast((each) => domainOf(each) === domain) ?? `${domain}/`,
  ]);
  const down = await run(['prisma/migrate.ts', 'down', ...kept], { DATABASE_URL: postgres.ownerUrl });
  expect(down.code, down.stderr).toBe(0);
  for (const each of newer)
    expect(down.stdout).toContain(`taking back ${each.split('/')[1]}. Going down loses`);
  expect(await applied()).toEqual(earlier.migrations);
  // The present code need not work on earlier tables.
  if (earlier.isReal) await travel(credentials);

  expect(namesOf(await migrateUp({ databaseUrl: postgres.ownerUrl, servicePasswords: {} }))).toEqual(newer);
  expect(await catalogue()).toEqual(newerCatalogue);
}, 180_000);
