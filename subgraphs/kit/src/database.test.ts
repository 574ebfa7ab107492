import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { sqltag as sql } from '@prisma/client/runtime/client';
import pg from 'pg';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixtureDatabase } from '../test/fixtureDatabase.ts';
import type { FixtureDatabase } from '../test/fixtureDatabase.ts';
import type { PrismaClient } from '../test/generated/client.ts';
import { asSystem, assertPoolIsUsed, runAs } from './database.ts';
import type { Database } from './database.ts';
import { createLogger } from './logger.ts';
import { countStatements } from './testing.ts';
import type { Viewer } from './viewer.ts';
import { ViewerPool } from './viewerPool.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const count = countStatements();
const organisationId = '0199c000-0000-7000-8000-0000000000ff';
const viewers = Array.from({ length: 20 }, (_, index): Viewer => {
  const personId = `0199c000-0000-7000-8000-0000000000${String(index).padStart(2, '0')}`;
  return { personId, organisationId, role: 'agent', scopes: [] };
});
const [ada, ben] = viewers as [Viewer, Viewer];

let fixture: FixtureDatabase;
let database: Database<PrismaClient>;
let db: PrismaClient;

beforeAll(async () => {
  fixture = await fixtureDatabase();
  for (const { personId } of viewers) {
    await fixture.asOwner('insert into fixture.note (owner_id, text) values ($1, $2)', [personId, personId]);
  }
  database = fixture.open({ maxConnections: 4, onStatement: count.onStatement });
  db = database.client;
});
afterAll(() => fixture.drop());

let lastRequest = 0;
const as = <Result>(viewer: Viewer, work: () => Promise<Result>, requestId = `r${++lastRequest}`) =>
  runAs({ viewer, requestId }, work);
const owners = async () => [...new Set((await db.note.findMany()).map((note) => note.ownerId))];
const context = (viewer: Viewer, requestId = `r${++lastRequest}`) => ({ viewer, requestId, logger, db });

describe('rows', () => {
  test('are read as a service role and made by an owner of which neither is a superuser', async () => {
    const { rows } = await fixture.asOwner(
      `select rolname from pg_roles where (rolsuper or rolbypassrls) and rolname in (current_user, 'guildhall_fixture')`,
    );
    expect(rows).toEqual([]);
  });

  test('are those of the viewer, by every way of asking', async () => {
    await as(ada, async () => {
      expect(await owners()).toEqual([ada.personId]);
      expect((await db.note.findFirst())?.ownerId).toBe(ada.personId);
      expect(await db.$queryRaw`select owner_id from fixture.note`).toEqual([{ owner_id: ada.personId }]);
      expect((await database.pool.query('select owner_id from fixture.note')).rows).toEqual([
        { owner_id: ada.personId },
      ]);
      expect(await db.$transaction(async (tx) => await tx.note.findMany())).toHaveLength(1);
    });
  });

  test('are those of the viewer although a Prisma promise is lazy and handed out without await', async () => {
    expect(await runAs({ viewer: ada, requestId: 'lazy' }, () => db.note.findMany())).toMatchObject([
      { ownerId: ada.personId },
    ]);
  });

  test('of other people are not there, whatever is asked for', async () => {
    const mine = await as(ada, async () => await db.note.findMany({ where: { ownerId: ben.personId! } }));
    const raw = await as(
      ada,
      async () => await db.$queryRaw`select 1 from fixture.note where true or 'x' = 'x'`,
    );
    expect([mine, raw]).toEqual([[], [{ '?column?': 1 }]]);
  });

  test('are none without a viewer, also on a connection that has just served one', async () => {
    const { client, pool } = fixture.open({ maxConnections: 1 });
    expect(await client.note.findMany()).toEqual([]);
    expect(await as(ada, async () => await client.note.findMany())).toHaveLength(1);
    expect(await client.note.findMany()).toEqual([]);
    expect(await client.$queryRaw`select 1 from fixture.note`).toEqual([]);
    expect((await pool.query('select 1 from fixture.note')).rows).toEqual([]);
    expect(await client.$transaction(async (tx) => await tx.note.findMany())).toEqual([]);
  });

  test('are never those of another when 20 viewers are released from one promise over 4 connections', async () => {
    const wrong: string[] = [];
    for (let round = 0; round < 15; round++) {
      let release = (): void => {};
      const start = new Promise<void>((resolve) => (release = resolve));
      const readers = viewers.map((viewer, index) =>
        as(viewer, async () => {
          await start;
          const read = [
            async () => await db.note.findFirst(),
            async () => (await db.note.findMany())[0],
            async () => await db.$transaction(async (tx) => await tx.note.findFirst()),
            async () =>
              (await db.$queryRaw<{ ownerId: string }[]>`select owner_id as "ownerId" from fixture.note`)[0],
            async () =>
              (
                await database.read<{ ownerId: string }>(sql`select owner_id as "ownerId" from fixture.note`)
              )[0],
          ][(index + round) % 5]!;
          const note = await read();
          if (note?.ownerId !== viewer.personId) wrong.push(`${viewer.personId} read ${note?.ownerId}`);
        }),
      );
      await setImmediate();
      release();
      await Promise.all(readers);
    }
    expect(wrong).toEqual([]);
    expect(database.pool.totalCount).toBe(4);
  });

  test('written carry who, for which organisation and in which request into history', async () => {
    const { ownerId } = await as(
      ada,
      async () => await db.note.create({ data: { ownerId: ada.personId!, text: 'who' } }),
      'request-who',
    );
    expect(ownerId).toBe(ada.personId);
    expect(await db.noteHistory.findFirst({ where: { text: 'who' } })).toMatchObject({
      personId: ada.personId,
      organisationId,
      role: 'agent',
      requestId: 'request-who',
    });
    await fixture.asOwner(`delete from fixture.note where text = 'who'`);
  });
});

describe('the client refuses, in transactions too,', () => {
  const where = { where: { id: ada.personId! } };
  const calls: [string, (client: PrismaClient) => unknown, string][] = [
    ['findUnique', (client) => client.note.findUnique(where), 'findFirst'],
    ['findUniqueOrThrow', (client) => client.note.findUniqueOrThrow(where), 'findFirstOrThrow'],
    ['$queryRawUnsafe', (client) => client.$queryRawUnsafe('select 1'), '$queryRaw'],
    ['$executeRawUnsafe', (client) => client.$executeRawUnsafe('select 1'), '$executeRaw'],
  ];
  test.each(calls)('%s, and says what to use instead', async (name, call, instead) => {
    expect(() => call(db)).toThrow(name);
    expect(() => call(db)).toThrow(instead);
    await expect(db.$transaction(async (tx) => await call(tx as PrismaClient))).rejects.toThrow(instead);
  });

  test('$transaction of an array and $extends', async () => {
    expect(() => db.$transaction([db.note.findMany()])).toThrow('$transaction(async (tx) => …)');
    expect(() => db.$extends({})).toThrow('$extends');
    await expect(
      db.$transaction(async (tx) => await (tx as PrismaClient).$transaction([tx.note.findMany()])),
    ).rejects.toThrow();
  });

  test.each([
    ['set_config', (tx: PrismaClient) => tx.$queryRaw`select set_config('guildhall.role', 'system', false)`],
    [
      'set_config by parameter',
      (tx: PrismaClient) => tx.$queryRaw`select set_config(${'guildhall.role'}, 'system', false)`,
    ],
    ['set', (tx: PrismaClient) => tx.$executeRaw`set guildhall.role = 'system'`],
    ['set local', (tx: PrismaClient) => tx.$executeRaw`SET LOCAL guildhall.role = 'system'`],
    [
      'set after another statement',
      (tx: PrismaClient) => tx.$executeRaw`select 1; set guildhall.role = 'system'`,
    ],
    ['set role', (tx: PrismaClient) => tx.$executeRaw`set role guildhall_fixture`],
    ['reset all', (tx: PrismaClient) => tx.$executeRaw`reset all`],
    ['discard all', (tx: PrismaClient) => tx.$executeRaw`discard all`],
  ])('a statement that sets the session: %s; the next reader sees its own rows', async (_, poison) => {
    const { client } = fixture.open({ maxConnections: 1 });
    await as(ada, async () => {
      await expect(poison(client)).rejects.toThrow('only the viewer-aware pool may do');
      await expect(client.$transaction(async (tx) => await poison(tx as PrismaClient))).rejects.toThrow(
        'only the viewer-aware pool may do',
      );
      expect(await client.note.findMany()).toHaveLength(1);
    });
    expect(await client.note.findMany()).toEqual([]);
  });

  test('but not an isolation level', async () => {
    const level = await db.$transaction(async (tx) => await tx.$queryRaw`show transaction_isolation`, {
      isolationLevel: 'Serializable',
    });
    expect(level).toEqual([{ transaction_isolation: 'serializable' }]);
  });
});

describe('pg', () => {
  test('is installed once', () => {
    const lock = readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8');
    const copies = Object.keys((JSON.parse(lock) as { packages: object }).packages).filter((path) =>
      path.endsWith('node_modules/pg'),
    );
    expect(copies).toEqual(['node_modules/pg']);
  });

  test('in a second copy stops the start with a clear sentence', () => {
    const pool = new ViewerPool({});
    // What the adapter does with a pool that is none of its own copy of pg: it takes it for a configuration.
    expect(() => assertPoolIsUsed({ externalPool: null, config: pool }, pool)).toThrow('two copies of pg');
  });
});

describe('a connection', () => {
  const pid = async (client: PrismaClient) =>
    (await client.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]!.pid;

  test('is dropped when the viewer cannot be set, and the statement does not run', async () => {
    const { client, pool } = fixture.open({ maxConnections: 1 });
    const before = await as(ada, () => pid(client));
    const unsettable = { ...ben, role: 'agent\0' };
    await expect(as(unsettable, async () => await client.note.findMany())).rejects.toThrow(
      'invalid byte sequence',
    );
    expect(pool.totalCount).toBe(0);
    await expect(
      as(unsettable, async () => await client.$transaction(async (tx) => await tx.note.findMany())),
    ).rejects.toThrow('invalid byte sequence');
    expect(await client.note.findMany()).toEqual([]);
    expect(await as(ada, () => pid(client))).not.toBe(before);
  });

  test('that PostgreSQL ends fails its own statement only', async () => {
    const { client, pool } = fixture.open({ maxConnections: 1 });
    await as(ada, async () => {
      await expect(client.$queryRaw`select pg_terminate_backend(pg_backend_pid())`).rejects.toThrow();
      await expect(
        client.$transaction(async (tx) => {
          await tx.$queryRaw`select pg_terminate_backend(pg_backend_pid())`;
        }),
      ).rejects.toThrow();
    });
    expect(await as(ben, async () => await client.note.findMany())).toMatchObject([
      { ownerId: ben.personId },
    ]);
    expect(await client.note.findMany()).toEqual([]);
    expect(pool.totalCount).toBe(1);
  });

  test('that ends while checked out and silent fails the next statement, not the process', async () => {
    const { pool } = fixture.open({ maxConnections: 1 });
    const connection = (await pool.connect()) as pg.PoolClient;
    const { rows } = await connection.query<{ pid: number }>('select pg_backend_pid() as pid');
    const ended = new Promise((resolve) => connection.once('end', resolve));
    await db.$queryRaw`select pg_terminate_backend(${rows[0]!.pid}::int)`;
    await ended;
    await expect(connection.query('select 1')).rejects.toThrow();
    connection.release();
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('that ends while idle is replaced', async () => {
    const { client, pool } = fixture.open({ maxConnections: 1 });
    const victim = await pid(client);
    const gone = new Promise((resolve) => pool.once('remove', resolve));
    await db.$queryRaw`select pg_terminate_backend(${victim}::int)`;
    await gone;
    expect(await as(ada, async () => await client.note.findMany())).toHaveLength(1);
  });

  test('is kept when PostgreSQL refuses a statement', async () => {
    const { client } = fixture.open({ maxConnections: 1 });
    const before = await pid(client);
    await expect(
      client.booking.create({ data: { roomId: 0, startsAt: new Date(), endsAt: new Date() } }),
    ).rejects.toThrow();
    await expect(
      client.$transaction(async (tx) => {
        await tx.booking.create({ data: { roomId: 0, startsAt: new Date(), endsAt: new Date() } });
      }),
    ).rejects.toThrow();
    expect(await pid(client)).toBe(before);
  });

  test('comes back from a transaction that timed out, and serves the next viewer', async () => {
    const { client, pool } = fixture.open({ maxConnections: 1 });
    await expect(
      as(
        ada,
        async () =>
          await client.$transaction(async (tx) => await tx.$queryRaw`select pg_sleep(0.1)`, { timeout: 20 }),
      ),
    ).rejects.toThrow();
    expect(await as(ben, async () => await client.note.findMany())).toMatchObject([
      { ownerId: ben.personId },
    ]);
    expect([pool.totalCount, pool.idleCount, pool.waitingCount]).toEqual([1, 1, 0]);
  });

  test('is told its viewer once per request, not once per statement', async () => {
    const { client } = fixture.open({ maxConnections: 1 });
    const sent = vi.spyOn(pg.Client.prototype, 'query');
    const read = async () => await client.note.findMany();
    await as(ada, async () => [
      await read(),
      await read(),
      await client.$transaction((tx) => tx.note.count()),
    ]);
    await as(ben, read);
    await read();
    await read();
    const told = sent.mock.calls.map(([query]) => query as unknown as { name?: string; values: string[] });
    sent.mockRestore();
    expect(told.filter(({ name }) => name === 'guildhall_viewer').map(({ values }) => values[0])).toEqual([
      ada.personId,
      ben.personId,
      '',
    ]);
  });

  test('can be had with a callback, as pg allows', async () => {
    const rows = await as(
      ada,
      () =>
        new Promise((resolve, reject) =>
          database.pool.query(
            'select owner_id from fixture.note',
            (error: Error | undefined, answer: { rows: unknown }) =>
              error ? reject(error) : resolve(answer.rows),
          ),
        ),
    );
    expect(rows).toEqual([{ owner_id: ada.personId }]);
    await expect(
      new Promise((_, reject) => database.pool.query('select nonsense', (error: Error) => reject(error))),
    ).rejects.toThrow('nonsense');
  });
});

describe('asSystem', () => {
  test('sees every row in its transaction, and none of them after it', async () => {
    const ctx = context(ada);
    await runAs(ctx, async () => {
      expect(await asSystem(ctx, 'countNotes', (tx) => tx.note.count())).toBe(viewers.length);
      expect(await owners()).toEqual([ada.personId]);
    });
  });

  test('leaves the client of the context with its caller', async () => {
    const ctx = context(ada);
    const [inside, beside] = await runAs(ctx, () =>
      asSystem(ctx, 'compare', async (tx) => [await tx.note.count(), await db.note.count()]),
    );
    expect([inside, beside]).toEqual([viewers.length, 1]);
  });

  test('still names in history who asked, in which request', async () => {
    const ctx = context(ada, 'request-system');
    await asSystem(ctx, 'editNote', (tx) =>
      tx.note.updateMany({ where: { ownerId: ben.personId! }, data: { text: 'edited' } }),
    );
    expect(await db.noteHistory.findFirst({ where: { text: 'edited' } })).toMatchObject({
      personId: ada.personId,
      organisationId,
      role: 'system',
      requestId: 'request-system',
    });
  });

  test('is refused inside a transaction, its own included', async () => {
    const ctx = context(ada);
    const nested = () => asSystem(ctx, 'inner', async () => 'ran');
    await runAs(ctx, async () => {
      await expect(db.$transaction(() => nested())).rejects.toThrow(
        'asSystem("inner") was called inside a transaction',
      );
      await expect(asSystem(ctx, 'outer', () => nested())).rejects.toThrow('asSystem("inner")');
      expect(await nested()).toBe('ran');
    });
  });

  test('undoes everything when it fails', async () => {
    const ctx = context(ada);
    await expect(
      asSystem(ctx, 'fail', async (tx) => {
        await tx.note.deleteMany();
        throw new Error('changed its mind');
      }),
    ).rejects.toThrow('changed its mind');
    expect(await as(ben, owners)).toEqual([ben.personId]);
  });
});

describe('statements', () => {
  test('are counted with their rows, those that set the viewer left out', async () => {
    const { statements, rows } = await count.during(() => as(ada, async () => await db.note.findMany()));
    expect(statements).toEqual([expect.stringMatching(/^SELECT .*"fixture"\."note"/)]);
    expect(rows).toBe(1);
    const inTransaction = await count.during(() =>
      as(ada, async () => await db.$transaction(async (tx) => await tx.note.count())),
    );
    expect(inTransaction.statements).toEqual(['BEGIN', expect.stringContaining('COUNT'), 'COMMIT']);
  });

  test('that fail are counted too', async () => {
    const { statements, rows } = await count.during(() => db.$queryRaw`select 1/0`.catch(() => 'failed'));
    expect([statements, rows]).toEqual([['select 1/0'], 0]);
  });
});

describe('a database', () => {
  test('closes after what is running, and may be closed twice', async () => {
    const { client, close } = fixture.open({ maxConnections: 1 });
    const running = client.$queryRaw`select pg_sleep(0.05)::text, 'done' as state`;
    const answer = running.then((rows) => rows);
    await setImmediate();
    await Promise.all([close(), close()]);
    expect(await answer).toMatchObject([{ state: 'done' }]);
  });

  test('shows its connections in the metrics', async () => {
    const metrics = new Registry();
    const { client } = fixture.open({ metrics });
    await client.note.findMany();
    expect(await metrics.metrics()).toContain('guildhall_database_connections{state="idle"} 1');
  });

  test('does not open without knowing the schema', () => {
    expect(() => fixture.open({ url: 'postgresql://someone@localhost/guildhall' })).toThrow(
      'name the schema',
    );
  });
});
