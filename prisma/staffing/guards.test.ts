import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../testing.ts';
import { exampleDatabase } from '../testing/exampleDatabase.ts';
import { asViewer, type TestViewer } from '../testing/viewer.ts';

let database: TestDatabase;
let service: pg.Client;
beforeAll(async () => {
  database = await exampleDatabase();
  service = new pg.Client({
    connectionString: database.serviceUrl('staffing'),
    options: '-c search_path=staffing',
  });
  await service.connect();
});
afterAll(async () => {
  await service.end();
  await database.drop();
});

const uuid = (end: string) => `00000000-0000-7000-8000-${end.padStart(12, '0')}`;
const company: TestViewer = { role: 'company', personId: uuid('1'), organisationId: uuid('c0') };
const facility: TestViewer = { role: 'facility', personId: uuid('2'), organisationId: uuid('f1') };
const agent: TestViewer = { role: 'agent', personId: uuid('3'), organisationId: uuid('c0') };
const system: TestViewer = { role: 'system' };

/** A shift of Rose House, made as the system and rolled back; then a change of it as somebody. */
async function change(who: TestViewer, made: Record<string, unknown>, set: string): Promise<string> {
  const values = {
    facility_id: uuid('1f1'),
    starts_at: '2030-01-01T07:00Z',
    ends_at: '2030-01-01T15:00Z',
    status: 'open',
    ...made,
  };
  return asViewer(service, system, async () => {
    const columns = Object.keys(values).join();
    const { rows } = await service.query(
      `insert into shift (${columns}) select ${columns} from jsonb_populate_record(null::shift, $1) returning id`,
      [values],
    );
    await become(who);
    try {
      const { rowCount } = await service.query(`update shift set ${set} where id = $1`, [rows[0].id]);
      return rowCount === 1 ? 'done' : 'nothing';
    } catch (error) {
      return (error as pg.DatabaseError).code!;
    }
  });
}

/** The viewer of what follows in the transaction. */
async function become({ role = '', personId = '', organisationId = '' }: TestViewer): Promise<void> {
  await service.query(
    // eslint-disable-next-line guildhall/no-set-config -- tests change viewers within a transaction
    `select set_config('guildhall.role', $1, true), set_config('guildhall.person_id', $2, true),
            set_config('guildhall.organisation_id', $3, true)`,
    [role, personId, organisationId],
  );
}

const withAgent = { status: 'assigned', agent_id: uuid('1a3') };
const past = { starts_at: '2020-01-01T07:00Z', ends_at: '2020-01-01T15:00Z' };
const running = () => {
  const hour = 3_600_000;
  return {
    starts_at: new Date(Date.now() - hour).toISOString(),
    ends_at: new Date(Date.now() + hour).toISOString(),
  };
};

describe.each([
  ['the company', company],
  ['use-cases that act as the system', system],
])('the statuses of a shift come in their order, for %s too', (_who, who) => {
  const states: Record<string, Record<string, unknown>> = {
    open: past,
    assigned: { ...past, ...withAgent },
    cancelled: { ...past, status: 'cancelled' },
    completed: { ...past, ...withAgent, status: 'completed' },
  };
  const allowed = [
    'open assigned',
    'open cancelled',
    'assigned open',
    'assigned cancelled',
    'assigned completed',
    'cancelled open',
    'cancelled assigned',
    'completed assigned',
  ];
  const steps = Object.keys(states).flatMap((from) =>
    Object.keys(states)
      .filter((to) => to !== from)
      .map((to) => [from, to] as const),
  );
  test.each(steps)('from %s to %s', async (from, to) => {
    const holder = ['assigned', 'completed'].includes(to) ? `'${uuid('1a3')}'` : 'null';
    const set = `status = '${to}', agent_id = ${holder}`;
    expect(await change(who, states[from]!, set)).toBe(allowed.includes(`${from} ${to}`) ? 'done' : 'GH001');
  });

  test('hours are not confirmed before the end', async () => {
    expect(await change(who, { ...running(), ...withAgent }, `status = 'completed'`)).toBe('GH003');
  });
});

describe('what a facility changes of its shifts', () => {
  test.each([
    ['the start', `starts_at = '2030-01-01T08:00Z'`],
    ['the end', `ends_at = '2030-01-01T16:00Z'`],
    ['the note', `note = 'Bring shoes'`],
    ['the qualification', `qualification = 'care'`],
    ['the break', 'break_minutes = 30'],
    ['the agent', `status = 'assigned', agent_id = '${uuid('1a3')}'`],
    ['that it takes place', `status = 'cancelled'`],
  ])('%s', async (_what, set) => {
    expect(await change(facility, {}, set)).toBe('done');
  });

  test.each([
    ['the rate', {}, `rate_minor = 100, rate_currency = 'GBP'`, 'GH002'],
    ['the facility', {}, `facility_id = '${uuid('1f2')}'`, 'GH002'],
    ['that it is offered', withAgent, 'offered_at = now()', 'GH002'],
    ['a completed one', { ...past, ...withAgent, status: 'completed' }, `note = 'x'`, 'GH002'],
    ['confirmed hours', { ...past, ...withAgent, status: 'completed' }, 'worked_minutes = 1', 'GH002'],
    ['one that has started', running(), `status = 'cancelled'`, 'GH004'],
    ['the times of one that has started', running(), `ends_at = ends_at + interval '1 hour'`, 'GH004'],
    [
      'the start into the past',
      {},
      `starts_at = '2020-01-01T07:00Z', ends_at = '2020-01-01T08:00Z'`,
      'GH004',
    ],
  ] as const)('not %s', async (_what, made, set, code) => {
    expect(await change(facility, made, set)).toBe(code);
    // The company may, in the same way.
    expect(await change(company, made, set)).toBe('done');
  });

  test('nothing of another’s', async () => {
    expect(await change(facility, { facility_id: uuid('1f2') }, `note = 'x'`)).toBe('nothing');
  });

  test('what the database keeps of a shift cannot be written', async () => {
    const kept = await asViewer(service, facility, async () => {
      const { rows } = await service.query(
        `update shift set organisation_id = $1, starts_on = '1999-01-01', revision = 99 where id = $2
         returning organisation_id, starts_on::text, revision`,
        [uuid('f2'), uuid('501')],
      );
      return rows;
    });
    expect(kept).toEqual([{ organisation_id: uuid('f1'), starts_on: '2026-03-02', revision: 1 }]);
  });
});

describe('what others may not write', () => {
  test.each([
    ['an agent their own rate', agent, 'agent_private', 'hourly_rate_minor = 99999', 'GH002'],
    ['an agent who they are', agent, 'agent', `person_id = '${uuid('4')}'`, 'GH002'],
    ['a facility who runs it', facility, 'facility', `organisation_id = '${uuid('f2')}'`, 'GH002'],
    ['anybody an answer to a flag nobody looked at', company, 'flag', `status = 'answered'`, 'GH001'],
  ] as const)('%s', async (_what, who, table, set, code) => {
    await expect(
      asViewer(service, who, () => service.query(`update ${table} set ${set}`)),
    ).rejects.toMatchObject({ code });
  });

  test('an agent takes no rate away with the row that holds it', async () => {
    await expect(
      asViewer(service, agent, () => service.query('delete from agent_private')),
    ).rejects.toMatchObject({ code: 'GH002' });
    const gone = await asViewer(service, company, () => service.query('delete from agent_private'));
    expect(gone.rowCount).toBe(2);
  });
});
