import { sqltag as sql } from '@prisma/client/runtime/client';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixtureDatabase } from '../test/fixtureDatabase.ts';
import type { FixtureDatabase } from '../test/fixtureDatabase.ts';
import type { PrismaClient } from '../test/generated/client.ts';
import { asSystem, runAs } from './database.ts';
import type { Database } from './database.ts';
import { databaseError } from './databaseError.ts';
import { createLogger } from './logger.ts';
import type { Viewer } from './viewer.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const viewer = (last: string): Viewer => ({
  personId: `0199c000-0000-7000-8000-0000000000${last}`,
  organisationId: null,
  role: 'agent',
  scopes: [],
});
const [ada, ben] = [viewer('01'), viewer('02')];
const notes = sql`select owner_id as "ownerId" from fixture.note`;

let fixture: FixtureDatabase;
let database: Database<PrismaClient>;

beforeAll(async () => {
  fixture = await fixtureDatabase();
  for (const { personId } of [ada, ben]) {
    await fixture.asOwner('insert into fixture.note (owner_id, text) values ($1, $2)', [personId, personId]);
  }
  database = fixture.open({ maxConnections: 1 });
});
afterAll(() => fixture.drop());

const as = <Result>(who: Viewer, work: () => Promise<Result>, requestId = 'r1') =>
  runAs({ viewer: who, requestId }, work);

describe('rows that are read past Prisma', () => {
  test('are those of whoever asks, on one connection and by one prepared statement', async () => {
    expect(await as(ada, () => database.read(notes))).toEqual([{ ownerId: ada.personId }]);
    expect(await as(ben, () => database.read(notes))).toEqual([{ ownerId: ben.personId }]);
    expect(await database.read(notes)).toEqual([]);
    expect(await as(ada, () => database.read(notes))).toEqual([{ ownerId: ada.personId }]);
  });

  test('leave it to what is written to name its own request, on the connection that they used', async () => {
    const write = (text: string) => async () => {
      await database.read(notes);
      await database.client.note.create({ data: { ownerId: ada.personId!, text } });
      await database.read(notes);
    };
    await as(ada, write('first'), 'request-1');
    await as(ada, () => database.read(notes), 'request-2');
    await as(ada, write('third'), 'request-3');
    const history = await database.client.noteHistory.findMany({
      where: { personId: ada.personId, text: { in: ['first', 'third'] } },
    });
    expect(history.map(({ text, requestId }) => [text, requestId])).toEqual([
      ['first', 'request-1'],
      ['third', 'request-3'],
    ]);
    await fixture.asOwner(`delete from fixture.note where text in ('first', 'third')`);
  });

  test('cost no statement for the viewer when the last request was the same viewer’s', async () => {
    await as(ben, () => database.read(notes));
    const sent = vi.spyOn(pg.Client.prototype, 'query');
    await as(ada, () => database.read(notes), 'r2');
    await as(ada, () => database.read(notes), 'r3');
    await as(ben, () => database.read(notes), 'r4');
    const told = sent.mock.calls.map(([query]) => (query as unknown as { name: string }).name);
    sent.mockRestore();
    expect(told.filter((name) => name === 'guildhall_viewer')).toHaveLength(2);
  });

  test('cannot be asked for inside a transaction, which they would not see', async () => {
    const refusal = 'inside a transaction';
    const { client, read } = fixture.open({ maxConnections: 2 });
    await expect(as(ada, () => client.$transaction(async () => read(notes)))).rejects.toThrow(refusal);
    const ctx = { viewer: ada, requestId: 'r1', logger, db: client };
    await expect(as(ada, () => asSystem(ctx, 'test', async () => read(notes)))).rejects.toThrow(refusal);
    expect(await as(ada, () => read(notes))).toHaveLength(1);
  });

  test('are only read', async () => {
    await expect(
      as(ada, () =>
        database.read(sql`insert into fixture.note (owner_id, text) values (${ada.personId}, 'x')`),
      ),
    ).rejects.toThrow('Only a select');
    for (let time = 0; time < 2; time++) {
      await expect(
        as(ada, () => database.read(sql`select set_config('guildhall.person_id', ${ben.personId}, false)`)),
      ).rejects.toThrow('only the viewer-aware pool may');
    }
    expect(await as(ada, () => database.read(notes))).toEqual([{ ownerId: ada.personId }]);
  });
});

describe('values', () => {
  const everyType = sql`
    select ${ada.personId}::uuid as uuid, 'Ä"\\ ''text'::text as text, 7::integer as integer, null::integer as "null",
      9007199254740993::bigint as bigint, true as yes, false as no, '{"a": [1, null]}'::jsonb as jsonb,
      '2024-02-29'::date as date, '0099-12-31'::date as "longAgo",
      '2026-11-02 07:00:00Z'::timestamptz as instant, '2026-11-02 07:00:00.5Z'::timestamptz as half,
      '2026-11-02 07:00:00.007Z'::timestamptz as ms, '0099-11-02 07:00:00Z'::timestamptz as ancient`;

  test('are those that Prisma gives', async () => {
    const [row] = await database.read<Record<string, unknown>>(everyType);
    expect(row).toEqual((await database.client.$queryRaw<unknown[]>(everyType))[0]);
    expect(row).toMatchObject({ bigint: 9007199254740993n, date: new Date('2024-02-29T00:00:00Z') });
  });

  test('are the same instants whatever the time zone of the session', async () => {
    const [expected] = await database.read<Record<string, unknown>>(everyType);
    for (const zone of ['Asia/Kolkata', 'America/New_York']) {
      const url = new URL(fixture.serviceUrl);
      url.searchParams.set('options', `-c timezone=${zone}`);
      expect(await fixture.open({ url: url.href }).read(everyType)).toEqual([expected]);
    }
  });

  test('that are instants come back as they were sent', async () => {
    const dates = fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') });
    await fc.assert(
      fc.asyncProperty(fc.array(dates, { minLength: 1, maxLength: 50 }), async (instants) => {
        const rows = await database.read<{ at: Date }>(
          sql`select at from unnest(${instants.map((at) => at.toISOString())}::timestamptz[]) at`,
        );
        expect(rows.map(({ at }) => at)).toEqual(instants);
        expect(await database.read(sql`select ${instants[0]}::timestamptz as at`)).toEqual([
          { at: instants[0] },
        ]);
      }),
      { numRuns: 50 },
    );
  });

  test('that are instants past the year 9999, which an offset can make, are those instants', async () => {
    expect(await database.read(sql`select '9999-12-31 23:00:00-04:30'::timestamptz as at`)).toEqual([
      { at: new Date(Date.UTC(10_000, 0, 1, 3, 30)) },
    ]);
  });

  test('of a type that nobody thought of are refused, and the connection goes on', async () => {
    await expect(database.read(sql`select 1.5::numeric`)).rejects.toThrow('cast it in the select');
    expect(await database.read(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });
});

describe('a statement', () => {
  test('that PostgreSQL refuses is told by SQLSTATE, and the connection goes on', async () => {
    const error = await database.read(sql`select ${'no uuid'}::uuid`).catch((thrown: unknown) => thrown);
    expect(databaseError(error)).toMatchObject({ sqlState: '22P02', constraint: null });
    expect(await database.read(sql`select 1 as one`)).toEqual([{ one: 1 }]);
    expect(database.pool.totalCount).toBe(1);
  });

  test('that finds no database is told as such', async () => {
    const { read } = fixture.open({ url: 'postgresql://guildhall_fixture:x@127.0.0.1:1/none' });
    const error = await read(notes).catch((thrown: unknown) => thrown);
    expect(databaseError(error)).toMatchObject({ sqlState: '08006', constraint: null });
  });

  test('whose table has changed since it was prepared is prepared anew', async () => {
    const rooms = sql`select position from fixture.room`;
    await database.read(rooms);
    await fixture.asOwner('alter table fixture.room alter column position type bigint');
    await database.read(rooms).catch(() => {});
    expect(await database.read(rooms)).toEqual([]);
  });

  test('of many is prepared only while they are few', async () => {
    const { read } = fixture.open({ maxConnections: 1 });
    for (let n = 0; n < 520; n++) {
      const [row] = await read<{ value: string }>(sql([`select 'value ${n}'::text as value`]));
      expect(row).toEqual({ value: `value ${n}` });
    }
    const [row] = await read<{ prepared: number }>(
      sql`select count(*)::integer as prepared from pg_prepared_statements where name like 'guildhall_%'`,
    );
    expect(row!.prepared).toBeLessThanOrEqual(501);
  });
});
