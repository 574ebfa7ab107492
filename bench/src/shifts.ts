// The first and the thousandth page of a facility's shifts, filtered by status and date, in a small and in a large
// table: npm run bench -- shifts. The README says what is measured.
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@guildhall/kit/logger';
import { createMetrics } from '@guildhall/kit/metrics';
import { createSubgraphClient } from '@guildhall/kit/testing';
import { generateViewerKeys, type Viewer } from '@guildhall/kit/viewer';
import { startEmbeddedPostgres } from '@guildhall/prisma/embedded';
import { migrateUp } from '@guildhall/prisma/migrate';
import { serviceRole } from '@guildhall/prisma/roles';
import { start } from '@guildhall/staffing/subgraph';
import pg from 'pg';

const pageSize = 3;
const rounds = 15;
const requestsPerRound = 30;

/** Who plans a facility, and how many shifts it has in a table of so many. */
const houses = [
  { name: 'that has 5,000 in both', organisationId: randomUUID(), shifts: () => 5_000 },
  { name: 'that has 35 % of the table', organisationId: randomUUID(), shifts: (rows: number) => rows * 0.35 },
];
const sizes = { small: 10_000, large: 1_000_000 };

const document = `query ($filter: ShiftFilter, $after: String) {
  shifts(first: ${pageSize}, after: $after, filter: $filter) {
    nodes { id startsAt endsAt status facility { name } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const filter = {
  status: ['OPEN'],
  startsFrom: '2021-02-01T00:00:00.000Z',
  startsBefore: '2031-01-01T00:00:00.000Z',
};

type Table = Awaited<ReturnType<typeof fill>>;

const password = 'bench';
const directory = mkdtempSync(join(tmpdir(), 'guildhall-bench-'));
chmodSync(directory, 0o711); // Root's benchmarks run PostgreSQL as another user, who must get in.
const postgres = await startEmbeddedPostgres({
  dataDirectory: join(directory, 'postgres'),
  port: 0,
  durable: false,
});
try {
  const small = await fill('small', sizes.small);
  const large = await fill('large', sizes.large);
  console.log(
    '| facility | page | 10,000 rows, ms | 1,000,000 rows, ms | ratio (lowest to highest of the rounds) |',
  );
  console.log('| --- | --- | --- | --- | --- |');
  for (const [n, house] of houses.entries()) {
    const deep = [await thousandth(small, n), await thousandth(large, n)] as const;
    for (const [page, cursors] of [
      ['1', [null, null]],
      ['1,000', deep],
    ] as const) {
      await oneRound(small, n, cursors[0]);
      await oneRound(large, n, cursors[1]);
      const times: [number, number][] = [];
      for (let round = 0; round < rounds; round++) {
        // In turns, so that whatever else the machine does meets both alike.
        times.push([await oneRound(small, n, cursors[0]), await oneRound(large, n, cursors[1])]);
      }
      const ratios = times.map(([one, other]) => other / one);
      const figures = [
        median(times.map(([one]) => one)).toFixed(2),
        median(times.map(([, other]) => other)).toFixed(2),
        `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
      ];
      console.log(`| ${house.name} | ${page} | ${figures.join(' | ')} |`);
    }
  }
  await small.close();
  await large.close();
} finally {
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}

/** The median time of the requests of one round, in milliseconds. */
async function oneRound(table: Table, house: number, after: string | null): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < requestsPerRound; n++) {
    const before = performance.now();
    await table.page(house, after);
    times.push(performance.now() - before);
  }
  return median(times);
}

/** The cursor before page 1,000, reached in strides of as many as a page may hold. */
async function thousandth(table: Table, house: number): Promise<string> {
  let left = 999 * pageSize;
  let cursor: string | null = null;
  while (left > 0) {
    const first = Math.min(100, left);
    cursor = await table.page(house, cursor, first);
    left -= first;
  }
  return cursor!;
}

/** A database of its own with so many shifts, a subgraph over it, and a way to ask for a page of one house. */
async function fill(name: string, rows: number) {
  const [constant, growing] = houses.map(({ shifts }) => shifts(rows));
  const databaseUrl = await migrated(name);
  const others = 200;
  await run(
    databaseUrl,
    `set role guildhall_migrator;
     insert into staffing.facility (organisation_id, name, time_zone)
       select case n when 0 then '${houses[0]!.organisationId}' when 1 then '${houses[1]!.organisationId}' else gen_random_uuid() end,
              'House ' || n, 'Europe/London' from generate_series(0, ${others + 1}) n;
     alter table staffing.shift disable trigger user;
     insert into staffing.shift (facility_id, organisation_id, starts_at, ends_at, starts_on, status)
       select f.id, f.organisation_id, s.at, s.at + interval '8 hours', s.at::date, s.status
         from (
           select case when n < ${constant} then 0 when n < ${constant! + growing!} then 1 else 2 + n % ${others} end as house,
                  timestamptz '2021-01-04 07:00Z' + n % 3650 * interval '1 day' + n / 3650 % 3 * interval '8 hours' as at,
                  case when n % 10 = 0 then 'cancelled' else 'open' end as status
             from generate_series(0, ${rows - 1}) n
         ) s join staffing.facility f on f.name = 'House ' || s.house;
     alter table staffing.shift enable trigger user;`,
  );
  await run(databaseUrl, 'set role guildhall_migrator; analyze staffing.shift; analyze staffing.facility');

  const { privateJwk, publicJwks } = await generateViewerKeys();
  const service = new URL(databaseUrl);
  service.username = serviceRole('staffing');
  service.password = password;
  const subgraph = await start({
    port: 0,
    databaseUrl: service.href,
    viewerJwks: publicJwks,
    logger: createLogger({ name: 'bench', level: 'silent' }),
    metrics: createMetrics('staffing'),
  });
  const { query } = createSubgraphClient(subgraph, privateJwk);
  return {
    close: () => subgraph.close(),
    /** Asks for a page, makes sure that it is whole, and returns the cursor that follows. */
    async page(house: number, after: string | null, first = pageSize): Promise<string> {
      const { organisationId } = houses[house]!;
      const viewer: Viewer = { personId: randomUUID(), organisationId, role: 'facility', scopes: [] };
      const text = document.replace(`first: ${pageSize}`, `first: ${first}`);
      const { data, errors } = await query(viewer, text, { filter, after });
      if (errors) throw new Error(JSON.stringify(errors));
      if (data.shifts.nodes.length !== first)
        throw new Error(`A page had ${data.shifts.nodes.length} shifts.`);
      return data.shifts.pageInfo.endCursor;
    },
  };
}

/** A fresh database with the tables of staffing; its address as the owner. */
async function migrated(name: string): Promise<string> {
  await run(postgres.ownerUrl, `create database ${name}`);
  const url = new URL(postgres.ownerUrl);
  url.pathname = `/${name}`;
  await migrateUp({
    databaseUrl: url.href,
    servicePasswords: { [serviceRole('staffing')]: password },
    domains: ['staffing'],
  });
  return url.href;
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
