import fc from 'fast-check';
import {
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  buildSchema,
  execute,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { DateTimeResolver } from 'graphql-scalars';
import { describe, expect, test } from 'vitest';
import { createExecutor } from './executor.ts';
import { instantText } from './serializer.ts';

const fields = 'dog: Dog cat: Cat! any: Any named: [Named] many: [Dog!]';
const typeDefs = `
  interface Named { name: String }
  union Any = Dog | Cat
  type Dog implements Named {
    name: String age: Int! friend: Any owner: Cat! friends: [Any] pack: [Dog!]! tags: [String!] kind: Kind
  }
  type Cat implements Named {
    name: String age: Int! friend: Named owner: Dog friends: [Named!]! boss: Dog! kind: Kind! matrix: [[Int]!]
  }
  enum Kind { SMALL LARGE }
  type Query { ${fields} }
  type Mutation { ${fields} }
`;

interface Options {
  variables?: Record<string, unknown>;
  context?: unknown;
  operationName?: string;
}

function runOnce(schema: GraphQLSchema, source: string, options: Options = {}) {
  const document = parse(source);
  const operation = getOperationAST(document, options.operationName) ?? undefined;
  return createExecutor(schema)({
    variables: undefined,
    context: undefined,
    document,
    operation,
    ...options,
  });
}

/** Answers as text, so that the order of fields counts, and errors by where they are and what they say. */
const told = ({ data, errors = [] }: ExecutionResult) => ({
  data: JSON.stringify(data),
  errors: errors.map(({ message, path, locations }) => JSON.stringify([path, message, locations])).sort(),
});

/** A number that a text always gives. */
function numberOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function pathText({ path }: GraphQLResolveInfo): string {
  const keys: (string | number)[] = [];
  for (let each: typeof path | undefined = path; each; each = each.prev) keys.unshift(each.key);
  return keys.join('.');
}

/**
 * A schema whose fields answer or fail by the seed and their path: always the same, and the same at once as promised.
 */
function whimsicalSchema(seed: number, mayFail: boolean, mayPromise: boolean): GraphQLSchema {
  const schema = buildSchema(typeDefs);
  const whim = (what: string, of: number) => numberOf(`${seed} ${what}`) % of;

  const valueOf = (type: GraphQLOutputType, at: string): unknown => {
    if (isNonNullType(type)) return valueOf(type.ofType, at);
    if (isListType(type)) {
      return Array.from({ length: whim(`length ${at}`, 4) }, (_, n) =>
        answer(type.ofType, `${at}.${n}`, false),
      );
    }
    const named = getNamedType(type);
    if (isCompositeType(named)) {
      const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
      return { __typename: possible[whim(`type ${at}`, possible.length)]!.name };
    }
    if (named.name === 'Int') return mayFail && whim(at, 19) === 0 ? 'no number' : whim(at, 100);
    if (named.name === 'Kind') return ['SMALL', 'LARGE'][whim(at, 2)];
    return `text ${whim(at, 100)}`;
  };
  const answer = (type: GraphQLOutputType, at: string, mayThrow: boolean): unknown => {
    const kind = whim(`kind ${at}`, 30);
    if (mayFail && kind === 0 && mayThrow) throw new Error(`thrown at ${at}`);
    if (mayFail && kind === 1) {
      const error = new Error(`rejected at ${at}`);
      return mayPromise ? Promise.reject(error) : error;
    }
    if (mayFail && kind === 2) return new Error(`returned at ${at}`);
    const value = kind < 6 && (mayFail || !isNonNullType(type)) ? null : valueOf(type, at);
    return kind % 2 && mayPromise ? Promise.resolve(value) : value;
  };

  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      type.resolveType = (value: { __typename: string }, _context, info) => {
        const kind = whim(`resolve ${pathText(info)}`, 12);
        if (mayFail && kind === 0) throw new Error('no type');
        return kind % 2 && mayPromise ? Promise.resolve(value.__typename) : value.__typename;
      };
    }
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (_source, _args, _context, info) => answer(info.returnType, pathText(info), true);
    }
  }
  return schema;
}

const schema = buildSchema(typeDefs);

/** A selection of a type, as text, with aliases, fragments and conditions. */
function selectionOf(typeName: string, depth: number): fc.Arbitrary<string> {
  const type = schema.getType(typeName)!;
  const own =
    isObjectType(type) || typeName === 'Named'
      ? Object.values((type as { getFields(): object }).getFields())
      : [];
  const options: fc.Arbitrary<string>[] = [fc.constant('__typename')];
  for (const { name, type: fieldType } of own as { name: string; type: GraphQLOutputType }[]) {
    const named = getNamedType(fieldType);
    const composite = isCompositeType(named);
    if (composite && depth === 0) continue;
    const label = fc.constantFrom('', '', `a_${name}: `);
    const condition = fc.constantFrom('', '', '', '@skip(if: $yes)', '@include(if: $yes)', '@skip(if: $no)');
    const below = composite ? selectionOf(named.name, depth - 1).map((set) => `{ ${set} }`) : fc.constant('');
    // Two of one name must ask for the same: no arguments, and kind differs by nullability between the types.
    options.push(fc.tuple(label, condition, below).map(([a, c, b]) => `${a}${name} ${c} ${b}`));
  }
  if (depth > 0 && isAbstractType(type)) {
    for (const each of schema.getPossibleTypes(type)) {
      options.push(selectionOf(each.name, depth - 1).map((set) => `... on ${each.name} { ${set} }`));
    }
  }
  return fc.array(fc.oneof(...options), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
}

const operations = selectionOf('Query', 4)
  .map((set) => `query ($yes: Boolean = true, $no: Boolean!) { ${set} }`)
  .filter((source) => validate(schema, parse(source)).length === 0);

describe('an operation is answered as graphql-js answers it', () => {
  test('when nothing fails', async () => {
    await fc.assert(
      fc.asyncProperty(operations, fc.nat(), fc.boolean(), async (source, seed, no) => {
        const own = whimsicalSchema(seed, false, true);
        const document = parse(source);
        const expected = await execute({ schema: own, document, variableValues: { no } });
        expect(told(await runOnce(own, source, { variables: { no } }))).toEqual(told(expected));
        expect(expected.errors).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test('when fields fail in every way, with the same nulls', async () => {
    await fc.assert(
      fc.asyncProperty(operations, fc.nat(), async (source, seed) => {
        // At once, since graphql-js lets promises that it gave up fail unheard.
        const atOnce = whimsicalSchema(seed, true, false);
        const variables = { no: false };
        const expected = told(
          await execute({ schema: atOnce, document: parse(source), variableValues: variables }),
        );
        expect(told(await runOnce(atOnce, source, { variables }))).toEqual(expected);
        const actual = told(await runOnce(whimsicalSchema(seed, true, true), source, { variables }));
        expect(actual.data).toBe(expected.data);
        // Of several failures that make the same parent null, which is told depends on which comes first.
        expect(actual.errors.length > 0).toBe(expected.errors.length > 0);
        expect(new Set(actual.errors).size).toBe(actual.errors.length);
      }),
      { numRuns: 500 },
    );
  });
});

test('of several failures that make the same parent null, the first is told, and nothing runs below it any more', async () => {
  const dogs = buildSchema(typeDefs);
  const ran: string[] = [];
  const later = (turns: number, value: () => unknown) => async () => {
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    return value();
  };
  const { name, age } = (dogs.getType('Dog') as GraphQLObjectType).getFields();
  Object.assign(dogs.getQueryType()!.getFields()['many']!, { resolve: () => [1, 2, 3] });
  Object.assign(age!, { resolve: (turns: number) => later(turns, () => null)() });
  Object.assign(name!, { resolve: later(9, () => ({ toString: () => ran.push('name') })) });
  const { data, errors } = await runOnce(dogs, '{ many { age name } }');
  expect(JSON.stringify(data)).toBe('{"many":null}');
  expect(errors!.map(({ path }) => path)).toEqual([['many', 0, 'age']]);
  expect(ran).toEqual([]);
});

describe('a mutation', () => {
  const log: string[] = [];
  const steps = buildSchema(`
    type Query { none: Int }
    type Mutation { one: Step two: Step three: Step! }
    type Step { begun: Int ended: Int }
  `);
  const step = (name: string) => () => {
    log.push(`${name} begins`);
    return {
      begun: 1,
      ended: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        log.push(`${name} ends`);
        return 2;
      },
    };
  };
  const { one, two, three } = steps.getMutationType()!.getFields() as Record<string, { resolve: unknown }>;

  test('runs its fields one after the other, each to its end', async () => {
    Object.assign(one!, { resolve: step('one') });
    Object.assign(two!, { resolve: step('two') });
    Object.assign(three!, { resolve: step('three') });
    log.length = 0;
    const { data } = await runOnce(steps, 'mutation { one { ended } two { begun } three { ended } }');
    expect(JSON.stringify(data)).toBe('{"one":{"ended":2},"two":{"begun":1},"three":{"ended":2}}');
    expect(log).toEqual(['one begins', 'one ends', 'two begins', 'three begins', 'three ends']);
  });

  test('stops where a field fails that may not', async () => {
    Object.assign(two!, { resolve: step('two') });
    Object.assign(three!, { resolve: async () => null });
    log.length = 0;
    const { data, errors } = await runOnce(steps, 'mutation { three { ended } two { begun } }');
    expect([data, errors!.length, log]).toEqual([null, 1, []]);
  });
});

describe('what is kept of a document', () => {
  const echo = buildSchema(`
    scalar DateTime
    type Query { echo(text: String = "default", list: [In!]): String who: String at: DateTime path: [Query!] kept: Query }
    input In { n: Int = 3 }
  `);
  const resolvers: Record<string, unknown> = {
    echo: (_source: unknown, args: unknown) => JSON.stringify(args),
    who: (_source: unknown, _args: unknown, context: unknown) => context,
    at: () => new Date(0),
    path: (_source: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo) =>
      pathText(info).length > 20 ? [] : [{}, {}],
    kept: () => ({}),
  };
  for (const field of Object.values(echo.getQueryType()!.getFields())) {
    Object.assign(field, { resolve: resolvers[field.name] });
  }
  Object.assign(echo.getType('DateTime')!, { serialize: DateTimeResolver.serialize });

  test('serves other variables, conditions and contexts than those it was first run with', async () => {
    const document = parse(
      `query A($text: String, $with: Boolean!) { echo(text: $text) who @include(if: $with) } query B { who }`,
    );
    const executor = createExecutor(echo);
    const ask = async (operationName: string, variables: Record<string, unknown>, context: string) =>
      JSON.stringify(
        await executor({
          document,
          operation: getOperationAST(document, operationName)!,
          variables,
          context,
        }),
      );
    for (let time = 0; time < 2; time++) {
      expect(await ask('A', { text: 'x', with: true }, 'ada')).toBe(
        '{"data":{"echo":"{\\"text\\":\\"x\\"}","who":"ada"}}',
      );
      expect(await ask('A', { text: null, with: false }, 'ben')).toBe(
        '{"data":{"echo":"{\\"text\\":null}"}}',
      );
      expect(await ask('A', { with: false }, 'ben')).toBe('{"data":{"echo":"{\\"text\\":\\"default\\"}"}}');
      expect(await ask('B', {}, 'eve')).toBe('{"data":{"who":"eve"}}');
    }
  });

  test('hands resolvers arguments that they cannot spoil for the next object', async () => {
    Object.assign(echo.getQueryType()!.getFields()['who']!, {
      resolve: (_source: unknown, args: Record<string, unknown>) => (args['spoiled'] = true),
    });
    const { errors } = await runOnce(echo, '{ who }');
    expect(errors![0]!.message).toContain('not extensible');
    Object.assign(echo.getQueryType()!.getFields()['who']!, { resolve: resolvers['who'] });
  });

  test.each([
    ['{ __proto__: who at constructor: kept { toString: who } }', {}],
    ['{ path { path { at } } }', {}],
    ['{ __schema { queryType { name } } __type(name: "In") { inputFields { name defaultValue } } }', {}],
    ['query ($list: [In!]) { echo(list: $list) }', { list: [{}, { n: 4 }] }],
    ['query ($list: [In!]) { echo(list: $list) }', { list: [{ n: 'x' }, { m: 4 }] }],
    ['query ($n: Int!) { echo(list: [{ n: $n }]) }', {}],
    ['query A { who } query B { at }', {}],
    ['query A { who }', {}, 'C'],
  ])(
    '%s answers as graphql-js does',
    async (source, variables: Record<string, unknown>, operationName = undefined) => {
      const options = { variables, context: 'ada', ...(operationName !== undefined && { operationName }) };
      const expected = await execute({
        schema: echo,
        document: parse(source),
        contextValue: 'ada',
        variableValues: variables,
        ...(operationName !== undefined && { operationName }),
      });
      expect(told(await runOnce(echo, source, options))).toEqual(told(expected));
    },
  );

  test('writes instants as toISOString does', () => {
    const instants = fc.date({ noInvalidDate: true });
    fc.assert(fc.property(instants, (instant) => instantText(instant) === instant.toISOString()));
  });
});
