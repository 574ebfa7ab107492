import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeScratchRepository } from './scratchRepository.ts';
import {
  ask,
  basic,
  removeFolder,
  startStackProcess,
  testSettings,
  type StackProcess,
} from './stackProcess.ts';

const root = makeScratchRepository();
let stack: StackProcess;

beforeAll(async () => {
  stack = await startStackProcess(['stack/src/dev.ts'], testSettings(join(root, '.data')), root);
});
afterAll(async () => {
  await stack.end('SIGKILL');
  removeFolder(root);
});

/** Changes a file as an editor does when it saves. */
function save(file: string, change: (text: string) => string): void {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

/** Waits until the command has said something more than when the wait began. */
async function untilSaid(pattern: RegExp, from: number): Promise<void> {
  const deadline = Date.now() + 100_000;
  while (!pattern.test(stack.output().slice(from))) {
    if (Date.now() > deadline) throw new Error(`Not said: ${pattern}\n${stack.output().slice(from)}`);
    await setTimeout(50);
  }
}

const listing =
  '{ facilities(first: 5) { nodes { name shifts(first: 5) { nodes { agent { person { name } } } } } } }';

/** Asks all the time, until it is told to stop; says how often, and throws what failed. */
function load(): () => Promise<number> {
  let isOver = false;
  let count = 0;
  const worker = async () => {
    while (!isOver) {
      await ask(stack.note.graph, basic(stack.adminKey), listing);
      count++;
      // What is looked at is whether one fails, and the same machine has to compose meanwhile.
      await setTimeout(20);
    }
  };
  const workers = Promise.all(Array.from({ length: 2 }, worker));
  workers.catch(() => {});
  return async () => {
    isOver = true;
    await workers;
    return count;
  };
}

const facilityName = async () => {
  const { facilities } = await ask(
    stack.note.graph,
    basic(stack.adminKey),
    '{ facilities(first: 1) { nodes { name } } }',
  );
  return facilities.nodes[0].name as string;
};

const resolver = 'subgraphs/staffing/src/resolvers/Facility.ts';
const schema = 'subgraphs/staffing/schema.graphql';

test('a saved resolver changes the answer, and no request fails meanwhile', async () => {
  const from = stack.output().length;
  const endLoad = load();
  save(resolver, (text) =>
    text.replace(
      'Facility: FacilityResolvers = {',
      'Facility: FacilityResolvers = {\n  name: (facility) => `Saved ${facility.name}`,',
    ),
  );
  await untilSaid(/↻ Replaced staffing/, from);
  expect(await facilityName()).toMatch(/^Saved /);
  expect(await endLoad()).toBeGreaterThan(0);
});

test('a saved handler changes what is done, and no job is lost meanwhile', async () => {
  const from = stack.output().length;
  const connectionString = stack.note.databaseUrl;
  const owner = new pg.Client({ connectionString, options: '-c role=guildhall_migrator' });
  await owner.connect();
  const enqueue = () =>
    owner.query(
      `select workshops_jobs.enqueue('endOffer', json_build_object('participantId', gen_random_uuid()), now(), null)
         from generate_series(1, 20)`,
    );
  const left = async () =>
    (await owner.query('select from workshops_jobs._private_jobs where run_at <= now()')).rowCount;
  try {
    await enqueue();
    save('subgraphs/workshops/src/jobs/endOffer.ts', (text) =>
      text.replace(/(if \(!participant\)) return;/, `$1 return void console.log('Nobody to end.');`),
    );
    while (!/↻ Replaced workshops/.test(stack.output().slice(from))) {
      await enqueue();
      await setTimeout(100);
    }
    await enqueue();
    await expect.poll(left).toBe(0);
    await untilSaid(/Worker workshops: Nobody to end/, from);
  } finally {
    await owner.end();
  }
});

test('a resolver that does not load is told, and the one before goes on', async () => {
  const from = stack.output().length;
  const endLoad = load();
  save(resolver, (text) => text.replace('Saved', 'Broken').concat('\nnowhere();\n'));
  await untilSaid(
    /✘ What was saved does not work, so what ran before goes on:\n[^]*nowhere is not defined/,
    from,
  );
  expect(await facilityName()).toMatch(/^Saved /);
  expect(await endLoad()).toBeGreaterThan(0);

  save(resolver, (text) => text.replace('Broken', 'Mended').replace('\nnowhere();\n', ''));
  await untilSaid(/↻ Replaced staffing/, from);
  expect(await facilityName()).toMatch(/^Mended /);
});

test('a saved schema is regenerated, recomposed and swapped in together with its rules, and no request fails meanwhile', async () => {
  const from = stack.output().length;
  const endLoad = load();
  const field =
    '"""\n  How many letters its name has.\n  """\n  letters: Int! @policy(policies: [["company"]])';
  save(schema, (text) => text.replace(/(type Facility [^{]*\{\n)/, `$1  ${field}\n`));
  save(resolver, (text) => text.replace('\n  name: ', '\n  letters: ({ name }) => name.length,\n  name: '));
  await untilSaid(/↻ Regenerated and recomposed; Replaced staffing/, from);
  const { facilities } = await ask(
    stack.note.graph,
    basic(stack.adminKey),
    '{ facilities(first: 1) { nodes { letters } } }',
  );
  expect(facilities.nodes[0].letters).toBeGreaterThan(0);
  expect(await endLoad()).toBeGreaterThan(0);
  expect(readFileSync(join(root, 'subgraphs/staffing/src/types.generated.ts'), 'utf8')).toContain('letters');
  expect(readFileSync(join(root, 'gateway/supergraph.graphql'), 'utf8')).toContain('letters');
});

test('a schema that does not compose is told, and the graph before goes on', async () => {
  const from = stack.output().length;
  const endLoad = load();
  save(schema, (text) => text.replace('letters: Int!', 'letters: Nothing!'));
  await untilSaid(/✘ What was saved does not work, so what ran before goes on:\n[^]*Nothing/, from);
  const { facilities } = await ask(
    stack.note.graph,
    basic(stack.adminKey),
    '{ facilities(first: 1) { nodes { letters } } }',
  );
  expect(facilities.nodes[0].letters).toBeGreaterThan(0);
  expect(await endLoad()).toBeGreaterThan(0);
});

test('ends on SIGTERM, every process of it', async () => {
  const { code, stderr } = await stack.end('SIGTERM');
  expect(code, stderr).toBe(0);
  await expect(fetch(stack.note.graph)).rejects.toThrow('fetch failed');
});
