import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbeddedPostgres } from './embedded.ts';

function scratchDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-embedded-'));
  chmodSync(directory, 0o711);
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, 'postgres');
}

async function query(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a cluster keeps its rows and its owner from one start to the next, also over a stale postmaster.pid', async () => {
  const options = { dataDirectory: scratchDirectory(), port: 0, durable: false };
  const first = await startEmbeddedPostgres(options);
  await query(first.ownerUrl, 'create table kept as select 1 as one');
  await expect(startEmbeddedPostgres(options)).rejects.toThrow(/already runs on .* as process \d+: stop/);
  await first.stop();

  // A crashed server's file, whose process id another program (this one) has by now.
  writeFileSync(join(options.dataDirectory, 'postmaster.pid'), `${process.pid}\n${options.dataDirectory}\n`);
  const second = await startEmbeddedPostgres(options);
  try {
    expect(await query(second.ownerUrl, 'select * from kept')).toEqual([{ one: 1 }]);
    expect(
      await query(
        second.ownerUrl,
        'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user',
      ),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: true, rolcreatedb: true }]);
  } finally {
    await second.stop();
  }
  expect(() => readFileSync(join(options.dataDirectory, 'postmaster.pid'))).toThrow('ENOENT');
});

test('a taken port is one clear sentence', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(
    startEmbeddedPostgres({ dataDirectory: scratchDirectory(), port, durable: false }),
  ).rejects.toThrow(
    `Port ${port} is taken: PostgreSQL cannot listen on it; choose another or stop what uses it.`,
  );
});

// Only root runs PostgreSQL as another user.
// eslint-disable-next-line guildhall/no-tests-left-out
test.runIf(process.getuid?.() === 0)(
  'root can keep a cluster in a folder that is closed to others',
  async () => {
    const dataDirectory = scratchDirectory();
    chmodSync(join(dataDirectory, '..'), 0o700);
    const options = { dataDirectory, port: 0, durable: false };
    onTestFinished(() => rmSync(realpathSync(dataDirectory), { recursive: true, force: true }));

    const first = await startEmbeddedPostgres(options);
    await query(first.ownerUrl, 'create table kept as select 1 as one');
    await first.stop();
    const second = await startEmbeddedPostgres(options);
    const kept = await query(second.ownerUrl, 'select * from kept');
    await second.stop();
    expect(kept).toEqual([{ one: 1 }]);

    rmSync(dataDirectory, { recursive: true });
    const anew = await startEmbeddedPostgres(options);
    const tables = await query(anew.ownerUrl, `select from pg_tables where tablename = 'kept'`);
    await anew.stop();
    expect(tables).toEqual([]);
  },
  60_000,
);
