import { anonymous } from '@guildhall/kit/viewer';
import { beforeAll, describe, expect, test } from 'vitest';
import { createVerdicts, viewerOf } from '../../fixtures/access.ts';
import { schemas } from '../../fixtures/schemas.ts';

let graph: Awaited<ReturnType<typeof createVerdicts>>;
beforeAll(async () => {
  graph = await createVerdicts();
});
const company = viewerOf('company');
const facility = viewerOf('facility');
const agent = viewerOf('agent');

describe('a refusal', () => {
  test('names every refused field and all that it needs', async () => {
    const planner = viewerOf('facility', ['people:read', 'shifts:read']);
    const error = await graph.refusal(planner, '{ me { name diary } shifts { title rate } }');
    expect(error?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      refused: [
        { field: 'Person.diary', needs: ['the role agent'] },
        { field: 'Shift.rate', needs: ['the role company', 'the scope shifts:write'] },
      ],
    });
    expect(error?.message).toBe(
      'You may not run this operation, and nothing of it was run: Person.diary needs the role agent; Shift.rate needs the role company and the scope shifts:write.',
    );
  });

  test('asks someone who is not signed in to sign in', async () => {
    const error = await graph.refusal(anonymous, '{ me { id } }');
    expect(error?.extensions.code).toBe('UNAUTHENTICATED');
    expect(error?.message).toBe(
      'Sign in to run this operation, nothing of it was run: Person.id needs a sign-in; Query.me needs a sign-in.',
    );
  });
});

describe('the rules', () => {
  test('of a field, of its type and of the type it returns must all hold', async () => {
    const noScopes = viewerOf('facility', []);
    expect(await graph.refused(noScopes, '{ person(id: 1) { id } }')).toEqual(['Query.person']);
    expect(await graph.refused(noScopes, '{ me { shifts { id } } }')).toEqual(['Person.shifts', 'Shift.id']);
    expect(await graph.refused(facility, '{ me { salary } }')).toEqual(['Person.salary']);
    expect(await graph.refused(company, '{ me { salary } shifts { rate } }')).toEqual([]);
  });

  test('of scopes ask for one of the outer list with all of its inner list', async () => {
    const withScopes = (...scopes: string[]) => graph.refused(viewerOf('company', scopes), '{ anyScope }');
    expect(await withScopes('people:read')).toEqual(['Query.anyScope']);
    expect(await withScopes('people:write')).toEqual(['Query.anyScope']);
    expect(await withScopes('people:read', 'people:write')).toEqual([]);
    expect(await withScopes('explorer:use')).toEqual([]);
  });

  test('do not hold for a scope or a role of someone who is not signed in', async () => {
    expect(await graph.refused({ ...anonymous, scopes: ['explorer:use'] }, '{ anyScope }')).toEqual([
      'Query.anyScope',
    ]);
  });

  test('are met in each operation anew, whoever asked before', async () => {
    const source = '{ me { diary } }';
    expect(await graph.refused(agent, source)).toEqual([]);
    expect(await graph.refused(facility, source)).toEqual(['Person.diary']);
    expect(await graph.refused(agent, source)).toEqual([]);
  });
});

describe('a field is found', () => {
  const refusedDiary = ['Person.diary'];

  test.each([
    ['under an alias', '{ me { id: diary } }'],
    ['in an inline fragment', '{ me { ... { ... on Person { diary } } } }'],
    ['in a fragment', 'query { me { ...A } } fragment A on Person { diary }'],
    [
      'in a fragment of a fragment',
      'query { me { ...A } } fragment A on Person { ...B } fragment B on Person { diary }',
    ],
    [
      'in a fragment on an interface',
      'query { me { ...A } } fragment A on Named { ... on Person { diary } }',
    ],
    ['behind an interface', '{ named { ... on Person { diary } } }'],
    ['behind a union', '{ found { ... on Named { ... on Person { diary } } } }'],
    ['below an entity of another domain', '{ shifts { worker { shifts { worker { diary } } } } }'],
    ['when it is asked for twice and skipped once', '{ me { diary @skip(if: true) ... { diary } } }'],
  ])('%s', async (_where, source) => {
    expect(await graph.refused(facility, source)).toEqual(refusedDiary);
    expect(await graph.refused(agent, source)).toEqual([]);
  });

  test('in the operation that is run, not in others of the document', async () => {
    expect(await graph.refused(facility, 'query A { me { id } }')).toEqual([]);
  });
});

describe('an interface or a union', () => {
  test('asks for the rules of a field on every type that could come back', async () => {
    expect(await graph.refused(facility, '{ named { note } }')).toEqual(['House.note']);
    expect(await graph.refused(company, '{ named { note } }')).toEqual([]);
  });

  test('asks for those of fewer types where a fragment leaves fewer', async () => {
    expect(await graph.refused(facility, '{ named { ... on Person { note } } }')).toEqual([]);
    expect(await graph.refused(facility, '{ named { ... on Person { ... on Named { note } } } }')).toEqual(
      [],
    );
    expect(await graph.refused(facility, '{ named { ... on House { ... on Named { note } } } }')).toEqual([
      'House.note',
    ]);
    expect(await graph.refused(facility, '{ named { ... on House { owner { note } } } }')).toEqual([
      'House.note',
    ]);
    expect(await graph.refused(facility, '{ me { owner { note } } }')).toEqual([]);
  });

  test('is looked at anew wherever the same fragment is spread', async () => {
    const source = 'query { named { ... on Person { ...N } ...N } } fragment N on Named { note }';
    expect(await graph.refused(facility, source)).toEqual(['House.note']);
  });

  test('asks for the rules of every type it may return, whichever is selected', async () => {
    const other = await createVerdicts(
      schemas.map(({ name, typeDefs }) => ({
        name,
        typeDefs: typeDefs.replace(
          'House implements Named',
          'House implements Named @policy(policies: [["company"]])',
        ),
      })),
    );
    expect(await other.refused(facility, '{ found { ... on Person { name } } }')).toEqual(['Query.found']);
    expect(await other.refused(facility, '{ named { ... on Person { name } } }')).toEqual(['Query.named']);
    expect(await other.refused(facility, '{ me { owner { name } } }')).toEqual([]);
  });

  test('of a mutation’s results is seen through', async () => {
    const rename = (selection: string) => `mutation { rename(input: { id: 1, name: "a" }) { ${selection} } }`;
    expect(await graph.refused(facility, rename('... on RenamePayload { person { diary } }'))).toEqual([
      'Person.diary',
    ]);
    expect(await graph.refused(facility, rename('... on Refusal { message }'))).toEqual([]);
    expect(await graph.refused(facility, rename('... on OnlyForCompany { detail }'))).toEqual([
      'OnlyForCompany.detail',
    ]);
    expect(await graph.refused(agent, rename('__typename'))).toEqual(['Mutation.rename']);
  });
});

describe('@skip and @include', () => {
  const included = 'query ($with: Boolean!) { me { id diary @include(if: $with) } }';
  const skipped =
    'query ($without: Boolean! = true) { me { id ...A @skip(if: $without) } } fragment A on Person { diary }';

  test('leave a field out of account when they leave it out of the answer', async () => {
    expect(await graph.refused(facility, included, { with: false })).toEqual([]);
    expect(await graph.refused(facility, included, { with: true })).toEqual(['Person.diary']);
    expect(await graph.refused(facility, '{ me { id diary @include(if: false) } }')).toEqual([]);
    expect(await graph.refused(facility, '{ me { id ... @skip(if: true) { diary } } }')).toEqual([]);
    expect(await graph.refused(facility, '{ me { id diary @skip(if: false) @include(if: true) } }')).toEqual([
      'Person.diary',
    ]);
  });

  test('follow the default of a variable that is not given', async () => {
    expect(await graph.refused(facility, skipped)).toEqual([]);
    expect(await graph.refused(facility, skipped, { without: true })).toEqual([]);
    expect(await graph.refused(facility, skipped, { without: false })).toEqual(['Person.diary']);
  });

  test.each([null, 'false', 0, {}])(
    'leave nothing out for the value %j, which is no boolean',
    async (value) => {
      expect(await graph.refused(facility, included, { with: value })).toEqual(['Person.diary']);
      expect(await graph.refused(facility, skipped, { without: value })).toEqual(['Person.diary']);
    },
  );

  test('take no value from what every object inherits', async () => {
    const source = 'query ($constructor: Boolean! = true) { me { id diary @skip(if: $constructor) } }';
    expect(await graph.refused(facility, source, {})).toEqual([]);
  });
});

describe('arguments', () => {
  test('of a protected enum need its rule, however deep in an input it stands', async () => {
    const filtered = 'query ($filter: ShiftFilter) { shifts(filter: $filter) { id } }';
    expect(await graph.refused(facility, filtered, { filter: { pay: 'HIGH' } })).toEqual(['Query.shifts']);
    expect(await graph.refused(company, filtered, { filter: { pay: 'HIGH' } })).toEqual([]);
    expect(await graph.refused(facility, '{ shifts { id } }')).toEqual([]);
  });
});

describe('introspection', () => {
  test('of the schema needs the scope explorer:use', async () => {
    for (const source of ['{ __schema { types { name } } }', '{ a: __type(name: "Person") { name } }']) {
      expect(await graph.refused(company, source)).toEqual([]);
      expect(await graph.refused(facility, source)).toHaveLength(1);
      expect(await graph.refused(anonymous, source)).toHaveLength(1);
    }
  });

  test('by __typename is for all who may ask for what it names', async () => {
    expect(await graph.refused(anonymous, '{ __typename }')).toEqual([]);
    expect(await graph.refused(facility, '{ named { __typename } found { __typename } }')).toEqual([]);
    expect(await graph.refused(anonymous, '{ named { __typename } }')).toEqual(['Query.named']);
  });
});

test('a document of fragments that spread each other over and over is walked at once', async () => {
  const fragments = Array.from(
    { length: 40 },
    (_, i) => `fragment F${i} on Person { ...F${i + 1} ... { ...F${i + 1} } }`,
  );
  const source = `{ me { ...F0 } } ${fragments.join(' ')} fragment F40 on Person { diary }`;
  expect(await graph.refused(facility, source)).toEqual(['Person.diary']);
});

describe('a graph is refused', () => {
  const changed = (from: string, to: string) =>
    createVerdicts(schemas.map(({ name, typeDefs }) => ({ name, typeDefs: typeDefs.replace(from, to) })));

  test('when a root field has no rule', async () => {
    await expect(changed('me: Person @authenticated', 'me: Person')).rejects.toThrow(
      'Query.me has no access rule: give it @authenticated, @requiresScopes or @policy, or add it to publicFields.',
    );
  });

  test('when a rule asks for nothing, so that anyone would meet it', async () => {
    await expect(
      changed('@requiresScopes(scopes: [["shifts:read"]])', '@requiresScopes(scopes: [[]])'),
    ).rejects.toThrow(
      'Query.shifts has a rule that asks for nothing: name a scope or a role in each of its lists, or take it away.',
    );
  });

  test('when no persona has a role that a rule names', async () => {
    await expect(changed('policies: [["agent"]]', 'policies: [["wizard"]]')).rejects.toThrow(
      'Person.diary can be asked for by no persona of gateway/personas.json: it needs a sign-in; the role wizard.',
    );
  });

  test('when a rule asks for two roles at once', async () => {
    await expect(changed('[["company"], ["facility"]]', '[["company", "facility"]]')).rejects.toThrow(
      'Mutation.rename can be asked for by no persona',
    );
  });

  test('when no persona has both the role and the scope of a field', async () => {
    await expect(changed('["shifts:write"]', '["logins:read"]')).rejects.toThrow(
      'Shift.rate can be asked for by no persona',
    );
  });

  test('when the rules of a field and of what it returns exclude each other', async () => {
    await expect(changed('salary: Pay', 'salary: Pay @policy(policies: [["agent"]])')).rejects.toThrow(
      'Person.salary can be asked for by no persona',
    );
  });

  test('when the types behind an interface exclude each other', async () => {
    await expect(
      changed(
        '    note: String\n    owner: Person',
        '    note: String @policy(policies: [["agent"]])\n    owner: Person',
      ),
    ).rejects.toThrow('Named.note can be asked for by no persona');
  });

  test('when a directive is imported under another name, which would hide its rules', async () => {
    const renamed = schemas.map(({ name, typeDefs }) => ({
      name,
      typeDefs: typeDefs
        .replace('"@policy"', '{ name: "@policy", as: "@only" }')
        .replaceAll('@policy(', '@only('),
    }));
    await expect(createVerdicts(renamed)).rejects.toThrow('The supergraph renames @policy');
  });
});
