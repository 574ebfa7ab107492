import { sharedTypeDefs } from '@guildhall/kit/sharedTypeDefs';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readDomainSchemas } from '../compose.ts';
import { deprecationsOf, describeRemoval, goesOn, misreasonedDeprecations } from './deprecation.ts';

test('every deprecation of the domains says what to use instead and until when it stays', () => {
  const texts = readDomainSchemas().map(({ typeDefs }) => typeDefs);
  expect([...texts, sharedTypeDefs(texts.join('\n'))].flatMap(misreasonedDeprecations)).toEqual([]);
});

test.for([
  ['Use floors. Goes on 2027-06-30.', '2027-06-30'],
  ['Use floors.\nGoes on 2028-02-29.', '2028-02-29'],
  ['Use floors. Goes on 2027-02-29.', null],
  ['Use floors. Goes on 2027-13-01.', null],
  ['Use floors. Goes on 2027-6-30.', null],
  ['Use floors.', null],
  ['Goes on 2027-06-30.', null],
  ['Use floors. Goes on 2027-06-30. Or later.', null],
  ['', null],
] as const)('the day of %j is %j', ([reason, day]) => {
  expect(goesOn(reason)).toBe(day);
});

const schema = (directive: string) => `
  type Query { house(size: Int ${directive}): House ${directive} }
  type House { rooms: Int! }
  enum Kind { BIG ${directive} }
  input Filter { kind: Kind ${directive} }
`;

describe('a deprecation without a day', () => {
  test.for([
    '@deprecated',
    '@deprecated(reason: "Use floors.")',
    '@deprecated(reason: "Use x. Goes on 2027-02-30.")',
  ])('by %s is found wherever it may stand, and told with its place', (directive) => {
    const places = misreasonedDeprecations(schema(directive)).map((complaint) => complaint.split(' ')[0]);
    expect(places).toEqual(['Query.house.size', 'Query.house', 'Kind.BIG', 'Filter.kind']);
  });

  test('is none with a reason and a day', () => {
    expect(misreasonedDeprecations(schema('@deprecated(reason: "Use x. Goes on 2027-06-30.")'))).toEqual([]);
  });
});

test('what is deprecated is known by its coordinate', () => {
  const reasons = deprecationsOf(buildSchema(schema('@deprecated(reason: "Use x. Goes on 2027-06-30.")')));
  expect([...reasons.keys()].toSorted()).toEqual([
    'Filter.kind',
    'Kind.BIG',
    'Query.house',
    'Query.house.size',
  ]);
});

test.for([
  [undefined, 'It was never deprecated.'],
  ['Use x. Goes on 2027-06-30.', 'It goes too early: it was promised until 2027-06-30.'],
  ['Use x. Goes on 2026-06-30.', 'It was deprecated until 2026-06-30, which has passed.'],
  ['Use x. Goes on 2026-11-24.', 'It was deprecated until 2026-11-24, which has passed.'],
  ['Use x.', 'It was deprecated without a day.'],
] as const)('of a removal after %j it is said: %s', ([reason, said]) => {
  expect(describeRemoval(reason, '2026-11-24')).toBe(said);
});
