import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  type GraphQLNamedType,
  buildSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { typeMap } from './typeMap.generated.ts';
import { writeOperation } from './writeOperation.ts';

const contract = buildSchema(readFileSync(new URL('../partner.graphql', import.meta.url), 'utf8'));
const write = (selection: object, kind: 'query' | 'mutation' = 'query') =>
  writeOperation(typeMap, kind, selection);

test('arguments go as variables, so that the text is the same for all values', () => {
  const of = (first: number) =>
    write({
      shifts: { __args: { first, filter: { openOnly: true } }, nodes: { id: true, agent: { id: true } } },
    });
  expect(of(5)).toEqual({
    query:
      'query($v1: Int, $v2: ShiftFilter) { shifts(first: $v1, filter: $v2) { nodes { id agent { id } } } }',
    variables: { v1: 5, v2: { openOnly: true } },
  });
  expect(of(6).query).toBe(of(5).query);
});

test('the name of an object is asked for where several can come back, and elsewhere when wanted', () => {
  const input = { __args: { input: { id: 's' } } };
  expect(write({ giveBackShift: { ...input, '... on Refusal': { message: true } } }, 'mutation').query).toBe(
    'mutation($v1: GiveBackShiftInput!) { giveBackShift(input: $v1) { __typename ... on Refusal { __typename message } } }',
  );
  expect(write({ me: { __typename: true, id: true } }).query).toBe('query { me { __typename id } }');
});

test('what is false or undefined is left out', () => {
  const selection = { me: { id: true, name: false, agent: undefined } };
  expect(write(selection).query).toBe('query { me { id } }');
  expect(write({ shifts: { __args: { first: undefined }, totalCount: true } })).toEqual({
    query: 'query { shifts { totalCount } }',
    variables: {},
  });
});

describe('what the contract does not have is refused by name', () => {
  test.for([
    [{ shifs: { totalCount: true } }, 'Query has no field shifs in the contract.'],
    [{ me: { rate: true } }, 'Person has no field rate in the contract.'],
    [{ me: { constructor: true } }, 'Person has no field constructor in the contract.'],
    [
      { shifts: { __args: { frist: 5 }, totalCount: true } },
      'Query.shifts has no argument frist in the contract.',
    ],
    [{ me: { '... on Martian': { id: true } } }, 'There is no type Martian in the contract.'],
    [{ me: true }, 'Query.me is selected by an object with the fields you want of it.'],
    [{ me: { name: 'yes' } }, 'Person.name is selected by an object with the fields you want of it.'],
    [{ me: {} }, 'Select at least one field of Person.'],
    [{}, 'Select at least one field of Query.'],
  ])('%j', ([selection, message]) => {
    expect(() => write(selection as object)).toThrow(new TypeError(message as string));
  });

  test('and so is a name that is none', () => {
    expect(() => writeOperation(typeMap, 'query', { me: { id: true } }, 'drop table')).toThrow(TypeError);
  });
});

function selectionOf(type: GraphQLNamedType, depth: number): fc.Arbitrary<object> {
  if (isUnionType(type)) {
    const members = type
      .getTypes()
      .map((member) => selectionOf(member, depth).map((of) => [`... on ${member.name}`, of]));
    return fc.tuple(...members).map((entries) => Object.fromEntries(entries) as object);
  }
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  const entries = fields.flatMap((field): fc.Arbitrary<[string, unknown]>[] => {
    const returned = getNamedType(field.type);
    const args = field.args
      .filter((argument) => isRequiredArgument(argument) || argument.name === 'first')
      .map(({ name }) => [name, 1]);
    const withArgs = args.length > 0 ? { __args: Object.fromEntries(args) as object } : {};
    if (!isCompositeType(returned)) return [fc.constant([field.name, true])];
    if (depth === 0) return [];
    return [selectionOf(returned, depth - 1).map((of) => [field.name, { ...withArgs, ...of }])];
  });
  return fc
    .subarray(entries, { minLength: Math.min(1, entries.length) })
    .chain((chosen) => fc.tuple(...chosen))
    .map((chosen) => ({ __typename: true, ...Object.fromEntries(chosen) }));
}

test.for(['query', 'mutation'] as const)('every selection of the contract is a valid %s', (kind) => {
  const root = kind === 'query' ? contract.getQueryType()! : contract.getMutationType()!;
  fc.assert(
    fc.property(selectionOf(root, 3), (selection) => {
      expect(validate(contract, parse(write(selection, kind).query))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
