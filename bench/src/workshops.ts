// The programme of workshops, 50 with their organizers and what they require, against one statement with pg:
// npm run bench -- workshops. The README says what is measured.
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
import { start } from '@guildhall/workshops/subgraph';
import pg from 'pg';

const pageSize = 50;
const rounds = 11;
const requestsPerRound = 20;
const sizes = [1_000, 10_000];

const document = `{ workshops(first: ${pageSize}, filter: { startsFrom: "2030-06-01T00:00:00Z", status: [PUBLISHED] }) {
  nodes { id title place startsAt endsAt seatsLeft waitingCount organizers { person { id } } requirements { text level } }
} }`;
const floor = `select w.id, w.title, w.place, w.starts_at, w.ends_at, w.capacity - w.seats_taken as "seatsLeft", w.waiting_count,
    (select json_agg(o.person_id) from workshops.organizer o where o.workshop_id = w.id and o.status = 'active') as organizers,
    (select json_agg(json_build_object('text', r.text, 'level', r.level)) from workshops.workshop_requirement r
      where r.workshop_id = w.id and r.until_version is null) as requirements
  from workshops.workshop w
 where w.status = 'published' and w.starts_at >= '2030-06-01T00:00:00Z' order by w.starts_at, w.id limit ${pageSize}`;

const password = 'bench';
const directory = mkdtempSync(join(tmpdir(), 'guildhall-bench-'));
chmodSync(directory, 0o711); // Root's benchmarks run PostgreSQL as another user, who must get in.
const postgres = await startEmbeddedPostgres({
  dataDirectory: join(directory, 'postgres'),
  port: 0,
  durable: false,
});
try {
  console.log(
    '| workshops | subgraph, ms | one statement with pg, ms | ratio (lowest to highest of the rounds) |',
  );
  console.log('| --- | --- | --- | --- |');
  for (const size of sizes) await measure(size);
} finally {
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function measure(size: number): Promise<void> {
  const url = new URL(postgres.ownerUrl);
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  await owner.query(`create database workshops_${size}`);
  await owner.end();
  url.pathname = `/workshops_${size}`;
  const servicePasswords = { [serviceRole('workshops')]: password };
  await migrateUp({ databaseUrl: url.href, servicePasswords, domains: ['workshops'] });
  const database = new pg.Client({ connectionString: url.href });
  await database.connect();
  await database.query(`
    set role guildhall_migrator;
    insert into workshops.workshop (title, place, time_zone, starts_at, ends_at, capacity, status)
      select 'Workshop ' || n, 'Room ' || n, 'Europe/London', s, s + interval '3 hours', 12, 'published'
        from (select n, timestamptz '2030-01-01' + n % 365 * interval '1 day' as s from generate_series(1, ${size}) n) made;
    insert into workshops.organizer (workshop_id, person_id, status)
      select id, gen_random_uuid(), 'active' from workshops.workshop;
    insert into workshops.workshop_requirement (workshop_id, kind, text, level)
      select id, 'equipment.shoes', 'Firm shoes', 'must' from workshops.workshop`);
  await database.query('analyze workshops.workshop, workshops.organizer, workshops.workshop_requirement');

  const { privateJwk, publicJwks } = await generateViewerKeys();
  const service = new URL(url);
  service.username = serviceRole('workshops');
  service.password = password;
  const subgraph = await start({
    port: 0,
    databaseUrl: service.href,
    viewerJwks: publicJwks,
    logger: createLogger({ name: 'bench', level: 'silent' }),
    metrics: createMetrics('workshops'),
  });
  const { query } = createSubgraphClient(subgraph, privateJwk);
  const viewer: Viewer = { personId: randomUUID(), organisationId: randomUUID(), role: 'member', scopes: [] };
  const ours = async () => {
    const { data, errors } = await query(viewer, document);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.workshops.nodes.length as number;
  };
  const theirs = async () => {
    const { rows } = await database.query({ name: 'page', text: floor });
    return JSON.parse(JSON.stringify(rows)).length as number;
  };
  await round(ours);
  await round(theirs);
  const times: [number, number][] = [];
  // In turns, so that whatever else the machine does meets both alike.
  for (let n = 0; n < rounds; n++) times.push([await round(ours), await round(theirs)]);
  const ratios = times.map(([one, other]) => one / other);
  const figures = [
    median(times.map(([one]) => one)).toFixed(2),
    median(times.map(([, other]) => other)).toFixed(2),
    `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
  ];
  console.log(`| ${size.toLocaleString('en-GB')} | ${figures.join(' | ')} |`);
  await subgraph.close();
  await database.end();
}

/** The median time of the requests of one round, in milliseconds. */
async function round(ask: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < requestsPerRound; n++) {
    const before = performance.now();
    if ((await ask()) !== pageSize) throw new Error('A page was not whole.');
    times.push(performance.now() - before);
  }
  return median(times);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
