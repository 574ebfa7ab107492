import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { usedCoordinates } from './operationUse.ts';

const schema = buildSchema(`
  type Query { houses(filter: Filter, first: Int): [Place!]! }
  type Mutation { build(input: Build!): House }
  interface Place { name: String! }
  type House implements Place { name: String! kind: Kind! }
  input Filter { kind: Kind, near: Near }
  input Near { km: Int }
  input Build { kind: Kind!, near: Near }
  enum Kind { BIG SMALL }
`);
const used = (text: string) => [...usedCoordinates(schema, parse(text))].toSorted();

test('fields, arguments, input fields and enum values that are written down are used', () => {
  expect(used('{ houses(filter: { kind: BIG }) { name ...more } } fragment more on House { kind }')).toEqual([
    'Filter',
    'Filter.kind',
    'House',
    'House.kind',
    'Kind',
    'Kind.BIG',
    'Place',
    'Place.name',
    'Query.houses',
    'Query.houses.filter',
    'String',
  ]);
});

test('of a variable everything counts that may stand in it', () => {
  expect(used('mutation ($input: Build!) { build(input: $input) { __typename } }')).toEqual([
    'Build',
    'Build.kind',
    'Build.near',
    'House',
    'House.__typename',
    'Int',
    'Kind',
    'Kind.BIG',
    'Kind.SMALL',
    'Mutation.build',
    'Mutation.build.input',
    'Near',
    'Near.km',
    'String',
  ]);
});
