import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '../testing.ts';
import { exampleDatabase } from '../testing/exampleDatabase.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await exampleDatabase();
  // The viewer of the whole session: these tests are about constraints alone.
  pool = new pg.Pool({
    connectionString: database.serviceUrl('staffing'),
    options: '-c search_path=staffing -c guildhall.role=system',
    max: 10,
  });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const uuid = (end: string) => `00000000-0000-7000-8000-${end.padStart(12, '0')}`;
const ada = uuid('1a3');

function addShift(starts: string, ends: string, status: string, agentId: string | null) {
  return pool.query(
    'insert into shift (facility_id, agent_id, starts_at, ends_at, status) values ($1, $2, $3, $4, $5)',
    [uuid('1f1'), agentId, starts, ends, status],
  );
}

test('of ten overlapping shifts given to one agent at once, one remains', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, minute) =>
      addShift(`2027-01-01 10:0${minute}Z`, '2027-01-01 18:00Z', 'assigned', ada),
    ),
  );
  const refused = results
    .filter((result) => result.status === 'rejected')
    .map(({ reason }) => reason.constraint);
  expect(refused).toEqual(Array(9).fill('shift_agent_no_overlap'));
});

test('shifts that touch, are cancelled or belong to another agent do not overlap', async () => {
  await addShift('2027-02-01 06:00Z', '2027-02-01 14:00Z', 'assigned', ada);
  await addShift('2027-02-01 14:00Z', '2027-02-01 22:00Z', 'completed', ada);
  await addShift('2027-02-01 10:00Z', '2027-02-01 18:00Z', 'cancelled', ada);
  await addShift('2027-02-01 10:00Z', '2027-02-01 18:00Z', 'assigned', uuid('1a4'));
});

test('a cancelled shift that comes back to life is checked again', async () => {
  await addShift('2027-03-01 06:00Z', '2027-03-01 14:00Z', 'assigned', ada);
  await addShift('2027-03-01 10:00Z', '2027-03-01 18:00Z', 'cancelled', ada);
  await expect(
    pool.query(`update shift set status = 'assigned' where starts_at = '2027-03-01 10:00Z'`),
  ).rejects.toMatchObject({ code: '23P01', constraint: 'shift_agent_no_overlap' });
});

test.each([
  ['shift_ends_after_start', '2027-04-01 10:00Z', '2027-04-01 10:00Z', 'open', null],
  ['shift_at_most_24_hours', '2027-04-01 10:00Z', '2027-04-02 10:01Z', 'open', null],
  ['shift_status_known', '2027-04-01 10:00Z', '2027-04-01 11:00Z', 'OPEN', null],
  ['shift_status_fits_agent', '2027-04-01 10:00Z', '2027-04-01 11:00Z', 'open', ada],
  ['shift_status_fits_agent', '2027-04-01 10:00Z', '2027-04-01 11:00Z', 'assigned', null],
  ['shift_status_fits_agent', '2027-04-01 10:00Z', '2027-04-01 11:00Z', 'completed', null],
])(
  '%s refuses a shift from %s to %s, %s, of the agent %s',
  async (constraint, starts, ends, status, agentId) => {
    await expect(addShift(starts!, ends!, status!, agentId!)).rejects.toMatchObject({
      code: '23514',
      constraint,
    });
  },
);

test('a shift lasts 24 hours at most, also when the clocks change', async () => {
  await addShift('2027-03-28 00:00 Europe/London', '2027-03-29 01:00 Europe/London', 'open', null);
  await expect(
    addShift('2027-10-31 00:00 Europe/London', '2027-11-01 00:00 Europe/London', 'open', null),
  ).rejects.toMatchObject({ constraint: 'shift_at_most_24_hours' });
});
