import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type FixtureGateway,
  composeFixtures,
  startFixtureGateway,
  startFixtureSubgraphs,
} from '../fixtures/graph.ts';
import { schemas } from '../fixtures/schemas.ts';

let graph: FixtureGateway;
beforeEach(async () => {
  graph = await startFixtureGateway();
});
afterEach(() => graph.close());

const changed = (from: string, to: string) =>
  composeFixtures(schemas.map(({ name, typeDefs }) => ({ name, typeDefs: typeDefs.replace(from, to) })));
const withNickname = () => changed('diary: String', 'nickname: String\n diary: String');
const diaryForAll = () => changed('diary: String @policy(policies: [["agent"]])', 'diary: String');
const diaryForCompany = () =>
  changed('diary: String @policy(policies: [["agent"]])', 'diary: String @policy(policies: [["company"]])');

test('a swap changes schema and access rules together', async () => {
  const diary = async (role: string) =>
    (await graph.ask(role, '{ me { diary } }')).body.errors?.[0]?.extensions.code;
  expect([await diary('agent'), await diary('company')]).toEqual([undefined, 'FORBIDDEN']);
  await graph.gateway.swap({ supergraphSdl: diaryForCompany() });
  expect([await diary('agent'), await diary('company')]).toEqual(['FORBIDDEN', undefined]);
  expect((await graph.ask('agent', '{ me { nickname } }')).status).toBe(400);
  await graph.gateway.swap({ supergraphSdl: withNickname() });
  expect((await graph.ask('agent', '{ me { id nickname @skip(if: true) } }')).status).toBe(200);
});

test('a swap of one address keeps the others', async () => {
  const other = await startFixtureSubgraphs();
  try {
    await graph.gateway.swap({ subgraphUrls: { staffing: other.staffing.url } });
    await graph.ask('agent', '{ me { id } shifts { id } }');
    expect([
      graph.people.received.length,
      graph.staffing.received.length,
      other.staffing.received.length,
    ]).toEqual([1, 0, 1]);
  } finally {
    await Promise.all([other.people.close(), other.staffing.close()]);
  }
});

test.each([
  ['that is no supergraph', () => 'type Query { a: Int }', 'core schema'],
  ['that is no GraphQL', () => 'nonsense {', 'Syntax Error'],
  [
    'with a field of a type that it lacks',
    () => composeFixtures().replace('diary: String', 'diary: Notebook'),
    'Notebook',
  ],
  [
    'with an argument of a type that no argument can have',
    () => composeFixtures().replace('diary: String', 'diary(of: Person): String'),
    'Person.diary(of:)',
  ],
  ['with an enum without values', () => `${composeFixtures()}\nenum Mood @join__type(graph: PEOPLE)`, 'Mood'],
  [
    'with a root field without a rule',
    () => changed('me: Person @authenticated', 'me: Person'),
    'Query.me has no access rule',
  ],
  [
    'with a rule that nobody meets',
    () => changed('[["agent"]]', '[["wizard"]]'),
    'Person.diary can be asked for by no persona',
  ],
  [
    'with a service without an address',
    () =>
      composeFixtures([
        ...schemas,
        {
          name: 'learning',
          typeDefs:
            'type Query { topic: String @authenticated } extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@authenticated", "@shareable", "@tag"])',
        },
      ]),
    'set LEARNING_URL',
  ],
])('a supergraph %s is refused, and the old one stays', async (_kind, supergraphSdl, message) => {
  await expect(graph.gateway.swap({ supergraphSdl: supergraphSdl() })).rejects.toThrow(message);
  await graph.gateway.swap({ subgraphUrls: { people: graph.people.url } });
  expect((await graph.ask('agent', '{ me { diary shifts { id } } }')).body.errors).toBeUndefined();
});

test('an operation under way finishes on the graph and the addresses it began with', async () => {
  const other = await startFixtureSubgraphs();
  try {
    let letGo: () => void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const arrived = new Promise<void>((resolve) => {
      graph.people.misbehave = (response, call) => {
        resolve();
        void held.then(() => {
          graph.people.misbehave = undefined;
          response.setHeader('content-type', 'application/json').end(
            JSON.stringify({
              data: {
                me: { __typename: 'Person', id: '1', diary: call.query.includes('diary') ? 'old' : null },
              },
            }),
          );
        });
        return true;
      };
    });
    const answer = graph.ask('agent', '{ me { diary shifts { title } } }');
    await arrived;
    await graph.gateway.swap({
      supergraphSdl: diaryForCompany(),
      subgraphUrls: { people: other.people.url, staffing: other.staffing.url },
    });
    expect((await graph.ask('agent', '{ me { diary } }')).body.errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    letGo!();
    expect((await answer).body).toEqual({ data: { me: { diary: 'old', shifts: [{ title: 'Shift a' }] } } });
    expect(graph.staffing.received).toHaveLength(1);
    expect(other.staffing.received).toHaveLength(0);
  } finally {
    await Promise.all([other.people.close(), other.staffing.close()]);
  }
});

test('swaps under continuous load drop no request', async () => {
  const other = await startFixtureSubgraphs();
  try {
    let loading = true;
    const answers: unknown[] = [];
    const load = Array.from({ length: 4 }, async () => {
      while (loading)
        answers.push((await graph.ask('agent', '{ me { diary shifts { title worker { name } } } }')).body);
    });
    const supergraphs = [withNickname(), diaryForAll(), composeFixtures()];
    for (const [i, supergraphSdl] of supergraphs.entries()) {
      const { people, staffing } = i % 2 === 0 ? other : graph;
      await graph.gateway.swap({
        supergraphSdl,
        subgraphUrls: { people: people.url, staffing: staffing.url },
      });
      const answered = answers.length;
      while (answers.length < answered + 20) await wait(1);
    }
    loading = false;
    await Promise.all(load);
    const good = {
      data: { me: { diary: 'dear diary', shifts: [{ title: 'Shift a', worker: { name: 'Person 1' } }] } },
    };
    for (const answer of answers) expect(answer).toEqual(good);
    expect(other.people.received.length).toBeGreaterThan(0);
  } finally {
    await Promise.all([other.people.close(), other.staffing.close()]);
  }
});

test('swaps asked for at once are made one after the other', async () => {
  const swaps = [withNickname(), 'nonsense', diaryForCompany()].map((supergraphSdl) =>
    graph.gateway.swap({ supergraphSdl }),
  );
  const results = await Promise.allSettled(swaps);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await graph.ask('agent', '{ me { diary } }')).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a gateway that closes answers what it has begun', async () => {
  const own = await startFixtureGateway();
  const answer = own.ask('agent', '{ me { id } }');
  while (own.calls() === 0) await wait(1);
  await own.close();
  expect((await answer).body).toEqual({ data: { me: { id: '1' } } });
});
