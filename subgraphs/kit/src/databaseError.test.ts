import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureDatabase } from '../test/fixtureDatabase.ts';
import type { FixtureDatabase } from '../test/fixtureDatabase.ts';
import type { PrismaClient } from '../test/generated/client.ts';
import { runAs } from './database.ts';
import { databaseError, refuse } from './databaseError.ts';
import type { TransactionOf } from './database.ts';

let fixture: FixtureDatabase;
let db: PrismaClient;

beforeAll(async () => {
  fixture = await fixtureDatabase();
  db = fixture.open().client;
  await fixture.asOwner(
    `insert into fixture.room (id, name, position) values (1, 'hall', 1), (2, 'attic', 2)`,
  );
  await fixture.asOwner(
    `insert into fixture.booking (room_id, starts_at, ends_at) values (1, '2026-01-01T10:00Z', '2026-01-01T12:00Z')`,
  );
});
afterAll(() => fixture.drop());

const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));
const person = '0199c000-0000-7000-8000-000000000001';
type Client = TransactionOf<PrismaClient>;

/** What PostgreSQL refuses: how to provoke it, its SQLSTATE, and the constraint that is named. */
const refusals: [
  name: string,
  (db: Client) => Promise<unknown>,
  sqlState: string,
  constraint: string | null,
][] = [
  [
    'a value that is there already',
    async (db) => await db.room.create({ data: { id: 3, name: 'hall', position: 3 } }),
    '23505',
    'room_name_key',
  ],
  [
    'deleting what is still used',
    async (db) => await db.room.delete({ where: { id: 1 } }),
    '23001',
    'booking_room_id_fkey',
  ],
  [
    'a reference to nothing',
    async (db) => await db.booking.create({ data: { roomId: 99, startsAt: at(1), endsAt: at(2) } }),
    '23503',
    'booking_room_id_fkey',
  ],
  [
    'a check',
    async (db) => await db.booking.create({ data: { roomId: 1, startsAt: at(2), endsAt: at(1) } }),
    '23514',
    'booking_ends_after_start',
  ],
  [
    'an overlap',
    async (db) => await db.booking.create({ data: { roomId: 1, startsAt: at(11), endsAt: at(13) } }),
    '23P01',
    'booking_no_overlap',
  ],
  [
    'a row policy',
    async (db) => await db.note.create({ data: { ownerId: person, text: 'not mine' } }),
    '42501',
    null,
  ],
  ['a table without a grant', async (db) => await db.$queryRaw`select from pg_authid`, '42501', null],
  [
    'a trigger of ours',
    async (db) => await db.room.update({ where: { id: 2 }, data: { name: 'cellar' } }),
    'GH001',
    null,
  ],
  [
    'changing what is not there',
    async (db) => await db.room.update({ where: { id: 99 }, data: { name: 'x' } }),
    '02000',
    null,
  ],
  ['deleting what is not there', async (db) => await db.room.delete({ where: { id: 99 } }), '02000', null],
  [
    'a record that must be found',
    async (db) => await db.room.findFirstOrThrow({ where: { id: 99 } }),
    '02000',
    null,
  ],
  [
    'a value of another form',
    async (db) => await db.$queryRaw`select ${'constraint "room_name_key"'}::uuid`,
    '22P02',
    null,
  ],
];
/** Checked when the transaction ends. */
const deferred: (typeof refusals)[number] = [
  'a deferred constraint',
  async (db) => await db.room.update({ where: { id: 2 }, data: { position: 1 } }),
  '23505',
  'room_position_key',
];

describe('databaseError finds SQLSTATE and constraint of', () => {
  test.each([...refusals, deferred])('%s', async (_, provoke, sqlState, constraint) => {
    const error = await provoke(db).catch((thrown: unknown) => thrown);
    expect(databaseError(error)).toEqual({ sqlState, constraint, message: expect.any(String) });
  });

  test.each([...refusals, deferred])('%s, in a transaction', async (_, provoke, sqlState, constraint) => {
    const error = await db.$transaction(async (tx) => await provoke(tx)).catch((thrown: unknown) => thrown);
    expect(databaseError(error)).toEqual({ sqlState, constraint, message: expect.any(String) });
  });

  test('raw SQL that a constraint refuses', async () => {
    const error = await db.$executeRaw`insert into fixture.room values (4, 'hall', 4)`.catch(
      (e: unknown) => e,
    );
    expect(databaseError(error)).toMatchObject({ sqlState: '23505', constraint: 'room_name_key' });
  });

  test('a database that does not answer', async () => {
    const { client } = fixture.open({ url: 'postgresql://guildhall_fixture:x@127.0.0.1:1/none' });
    const error = await client.room.findMany().catch((thrown: unknown) => thrown);
    expect(databaseError(error)).toMatchObject({ sqlState: '08006', constraint: null });
  });

  test('a transaction that timed out', async () => {
    const error = await db
      .$transaction(
        async (tx) => {
          await tx.$queryRaw`select pg_sleep(0.05)::text`;
          await tx.room.findMany();
        },
        { timeout: 10 },
      )
      .catch((thrown: unknown) => thrown);
    expect(databaseError(error)?.sqlState).toBe('25000');
  });
});

test('databaseError is null for what is no error of the database', async () => {
  const misused = await db.room
    .findMany({ where: { nonsense: 1 } as never })
    .catch((thrown: unknown) => thrown);
  expect([misused, new Error('other'), 'text', null].map(databaseError)).toEqual([null, null, null, null]);
});

test('the message of a trigger of ours arrives as it was written', async () => {
  const error = await refusals[7]![1](db).catch((thrown: unknown) => thrown);
  expect(databaseError(error)?.message).toBe('There is no cellar in this house.');
});

describe('refuse', () => {
  const book = (start: number, end: number) => () =>
    runAs(
      { viewer: { personId: null, organisationId: null, role: 'system', scopes: [] }, requestId: 'r' },
      () =>
        db.$transaction(
          async (tx) =>
            await tx.booking.create({ data: { roomId: 2, startsAt: at(start), endsAt: at(end) } }),
        ),
    );

  test('answers what is given for the constraint, after the transaction was undone', async () => {
    const answer = await refuse(book(5, 4), {
      booking_ends_after_start: () => 'ends too early' as const,
    });
    expect(answer).toBe('ends too early');
    expect(await db.booking.count({ where: { roomId: 2 } })).toBe(0);
  });

  test('answers what is given for the SQLSTATE, the constraint coming first', async () => {
    expect(await refuse(book(5, 4), { '23514': ({ sqlState }) => sqlState })).toBe('23514');
    expect(
      await refuse(book(5, 4), { '23514': () => 'by state', booking_ends_after_start: () => 'by name' }),
    ).toBe('by name');
  });

  test('throws what is not given, and what is no error of the database', async () => {
    await expect(refuse(book(5, 4), { room_name_key: () => 'no' })).rejects.toThrow();
    await expect(refuse(() => Promise.reject(new Error('bug')), { '23514': () => 'no' })).rejects.toThrow(
      'bug',
    );
  });

  test('runs a use-case again that lost a deadlock, three times at most', async () => {
    let runs = 0;
    const losing = (times: number) => async () => {
      runs += 1;
      if (runs <= times)
        await db.$executeRaw`do $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$`;
      return 'done';
    };
    expect(await refuse(losing(2), {})).toBe('done');
    expect(runs).toBe(3);
    runs = 0;
    await expect(refuse(losing(9), {})).rejects.toThrow();
    expect(runs).toBe(3);
  });

  test('passes a result through', async () => {
    expect(await refuse(async () => 5, { '23514': () => 'no' })).toBe(5);
  });
});
