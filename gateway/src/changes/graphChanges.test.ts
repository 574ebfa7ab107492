import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { schemas } from '../../fixtures/schemas.ts';
import { composeSupergraph } from '../compose.ts';
import { type Personas, readPersonas } from '../personas.ts';
import type { TrustedDocuments } from '../trustedDocuments.ts';
import { compareGraphs, overdueDeprecations } from './graphChanges.ts';

const today = '2026-11-24';
const personas = readPersonas();

type Edit = readonly [from: string, to: string];

function composeWith(...edits: Edit[]): string {
  for (const [from] of edits) {
    if (!schemas.some(({ typeDefs }) => typeDefs.includes(from))) throw new Error(`There is no ${from}.`);
  }
  const edited = schemas.map(({ name, typeDefs }) => ({
    name,
    typeDefs: edits.reduce((text, [from, to]) => text.replace(from, to), typeDefs),
  }));
  return composeSupergraph({ schemas: edited }).supergraphSdl;
}

const register = (client: string, ...texts: string[]): TrustedDocuments =>
  new Map([[client, new Map(texts.map((text) => [createHash('sha256').update(text).digest('hex'), text]))]]);

function changesOf(
  { before = [], after }: { before?: Edit[]; after: Edit[] },
  {
    trusted = new Map(),
    then = personas,
    now = personas,
  }: { trusted?: TrustedDocuments; then?: Personas; now?: Personas } = {},
) {
  return compareGraphs(
    { supergraphSdl: composeWith(...before), personas: then },
    { supergraphSdl: composeWith(...after), personas: now },
    { trusted, today },
  );
}

const tag = '@tag(name: "partner")';
const tagged: Edit[] = [
  ['found: [Found!]! @authenticated', `found: [Found!]! @authenticated ${tag}`],
  ['union Found', `union Found ${tag}`],
  ['type House implements Named', `type House implements Named ${tag}`],
  ['salary: Pay', `salary: Pay ${tag}`],
];

test('graphs that are the same have no changes', async () => {
  expect(await changesOf({ after: [] })).toEqual({
    breaking: [],
    dangerous: [],
    access: [],
    refused: [],
    announced: [],
    added: [],
  });
});

describe('a field that is gone', () => {
  const gone: Edit = ['rooms: Int', 'floors: Int'];

  test('is told with those who may have asked for it', async () => {
    const { breaking } = await changesOf({ after: [gone] });
    expect(breaking).toEqual([
      {
        message: "Field 'rooms' was removed from object type 'House'.",
        note: 'It was never deprecated.',
        hit: {
          partners: false,
          clients: [],
          roles: ['anonymous', 'company', 'facility', 'agent', 'member', 'identity'],
        },
      },
    ]);
  });

  test('of a rule is told with those alone who met it', async () => {
    const { breaking } = await changesOf({
      after: [['note: String @policy(policies: [["company"]])', 'note: String']],
    });
    expect(breaking).toEqual([]);
    const diary = await changesOf({ after: [['diary: String @policy(policies: [["agent"]])', '']] });
    expect(diary.breaking.map(({ hit }) => hit.roles)).toEqual([['agent']]);
  });

  test('hits the clients whose registered operations use it, by operation, and those are named as refused', async () => {
    const web = register(
      'guildhall-web',
      'query Found { found { __typename ... on House { rooms } } }',
      'query Me { me { name } }',
    );
    const { breaking, refused } = await changesOf({ after: [gone] }, { trusted: web });
    expect(breaking[0]!.hit.clients).toEqual([{ client: 'guildhall-web', operations: ['Found'] }]);
    expect(refused).toEqual([
      {
        client: 'guildhall-web',
        operation: 'Found',
        mistakes: ['Cannot query field "rooms" on type "House". Did you mean "floors"?'],
      },
    ]);
  });

  test('hits partners only when it was in their contract', async () => {
    const inContract = await changesOf({ before: tagged, after: [...tagged, gone] });
    expect(inContract.breaking.map(({ hit }) => hit.partners)).toEqual([true]);
    const elsewhere = await changesOf({ before: tagged, after: [...tagged, ['title: String!', '']] });
    expect(elsewhere.breaking.map(({ hit }) => hit.partners)).toEqual([false]);
  });

  test.for([
    ['Use floors. Goes on 2026-06-30.', 'It was deprecated until 2026-06-30, which has passed.'],
    ['Use floors. Goes on 2027-06-30.', 'It goes too early: it was promised until 2027-06-30.'],
  ])('after the reason %j is told so', async ([reason, note]) => {
    const { breaking } = await changesOf({
      before: [['rooms: Int', `rooms: Int @deprecated(reason: "${reason}")`]],
      after: [gone],
    });
    expect(breaking.map((change) => change.note)).toEqual([note]);
  });
});

test('a field that leaves the contract alone breaks partners alone', async () => {
  const names: Edit = ['me: Person @authenticated', `me: Person @authenticated ${tag}`];
  const fields: Edit = ['owner: Person\n', `owner: Person ${tag}\n`];
  const salary: Edit = ['salary: Pay', `salary: Pay ${tag}`];
  const { breaking } = await changesOf({ before: [names, fields, salary], after: [names, fields] });
  expect(breaking.map(({ message, hit }) => ({ message, hit }))).toContainEqual({
    message: "In the partner contract: Field 'salary' was removed from object type 'Person'.",
    hit: { partners: true, clients: [], roles: [] },
  });
});

test('a contract that is gone breaks partners', async () => {
  const { breaking } = await changesOf({ before: tagged, after: [] });
  expect(breaking.length).toBeGreaterThan(0);
  expect(breaking.every(({ hit }) => hit.partners)).toBe(true);
});

describe('an input', () => {
  test('that is needed from now on hits who may give it and who registered to give it', async () => {
    const trusted = register(
      'guildhall-web',
      'mutation Rename($input: RenameInput!) { rename(input: $input) { __typename } }',
    );
    const { breaking } = await changesOf(
      { after: [['input RenameInput { id: ID!', 'input RenameInput { id: ID! why: String!']] },
      { trusted },
    );
    expect(breaking.map(({ hit }) => hit)).toEqual([
      {
        partners: false,
        clients: [{ client: 'guildhall-web', operations: ['Rename'] }],
        roles: ['company', 'facility'],
      },
    ]);
  });
});

describe('a type that a client has not met before', () => {
  test('is dangerous for the operations that ask for the union', async () => {
    const trusted = register(
      'guildhall-web',
      'query Found { found { __typename } }',
      'query Me { me { name } }',
    );
    const { breaking, dangerous } = await changesOf(
      { after: [['union Found = Person | House', 'union Found = Person | House | Crew']] },
      { trusted },
    );
    expect(breaking).toEqual([]);
    expect(dangerous.map(({ hit }) => hit.clients)).toEqual([
      [{ client: 'guildhall-web', operations: ['Found'] }],
    ]);
  });
});

describe('rights', () => {
  const nobody = { partners: false, clients: [] };

  test('that a role loses are told, for what both graphs have', async () => {
    const { access, breaking } = await changesOf({
      after: [
        ['diary: String @policy(policies: [["agent"]])', 'diary: String @policy(policies: [["company"]])'],
      ],
    });
    expect(breaking).toEqual([]);
    expect(access).toEqual([
      { role: 'company', lost: [], gained: ['Person.diary'], hit: nobody },
      { role: 'agent', lost: ['Person.diary'], gained: [], hit: nobody },
    ]);
  });

  test('that are lost hit partners and the clients that use them', async () => {
    const contract: Edit = ['me: Person @authenticated', `me: Person @authenticated ${tag}`];
    const diary = 'diary: String @policy(policies: [["agent"]])';
    const { access } = await changesOf(
      {
        before: [contract, [diary, `${diary} ${tag}`]],
        after: [contract, [diary, `diary: String @policy(policies: [["company"]]) ${tag}`]],
      },
      { trusted: register('guildhall-web', 'query Diary { me { diary } }', 'query Me { me { name } }') },
    );
    expect(access.find(({ role }) => role === 'agent')!.hit).toEqual({
      partners: true,
      clients: [{ client: 'guildhall-web', operations: ['Diary'] }],
    });
  });

  test('that those who did not sign in gain are told', async () => {
    const { access } = await changesOf({
      after: [['fails(with: String): String @authenticated', 'fails(with: String): String']],
    });
    expect(access).toEqual([{ role: 'anonymous', lost: [], gained: ['Query.fails'], hit: nobody }]);
  });

  test('that end with a scope of a persona are told', async () => {
    const without: Personas = new Map(
      [...personas].map(([role, persona]) => [
        role,
        role === 'agent'
          ? { ...persona, scopes: persona.scopes.filter((scope) => scope !== 'people:read') }
          : persona,
      ]),
    );
    const { access } = await changesOf({ after: [] }, { now: without });
    expect(access).toEqual([{ role: 'agent', lost: ['Query.person'], gained: [], hit: nobody }]);
  });

  test('on an argument alone are told as the argument', async () => {
    const { access } = await changesOf({
      after: [['enum PayGrade @policy(policies: [["company"]])', 'enum PayGrade']],
    });
    expect(access).toEqual([
      { role: 'facility', lost: [], gained: ['Query.shifts.filter'], hit: nobody },
      { role: 'agent', lost: [], gained: ['Query.shifts.filter'], hit: nobody },
    ]);
  });

  test('on what is new are told as such', async () => {
    const { access, added, breaking } = await changesOf({
      after: [['rooms: Int', 'rooms: Int cellars: Int @policy(policies: [["company"]])']],
    });
    expect({ access, added, breaking }).toEqual({
      access: [],
      breaking: [],
      added: [{ fields: ['House.cellars'], roles: ['company'] }],
    });
  });
});

describe('a deprecation', () => {
  const deprecated: Edit = [
    'rooms: Int',
    'rooms: Int @deprecated(reason: "Use floors. Goes on 2026-11-23.")',
  ];
  const trusted = register('guildhall-web', 'query Found { found { ... on House { rooms } } }');

  test('that is new is told with those who still use it', async () => {
    const { announced, breaking } = await changesOf({ after: [deprecated] }, { trusted });
    expect(breaking).toEqual([]);
    expect(announced).toEqual([
      {
        coordinate: 'House.rooms',
        reason: 'Use floors. Goes on 2026-11-23.',
        clients: [{ client: 'guildhall-web', operations: ['Found'] }],
      },
    ]);
  });

  test('whose day has passed is told from the day after on', () => {
    const overdue = (day: string) =>
      overdueDeprecations(composeWith(deprecated), { trusted, today: day }).map(
        ({ coordinate }) => coordinate,
      );
    expect(overdue('2026-11-24')).toEqual(['House.rooms']);
    expect(overdue('2026-11-23')).toEqual([]);
  });
});
