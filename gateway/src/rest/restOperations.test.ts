import { buildSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createVerdicts } from '../../fixtures/access.ts';
import { placesSchema } from '../../fixtures/places.ts';
import { schemas } from '../../fixtures/schemas.ts';
import { type RestOperation } from './restOperation.ts';
import { restOperations } from './restOperations.ts';

const shown = ({ method, path }: RestOperation) => `${method} ${path}`;
const record = 'type Shift { id: ID! } type Query { shift(id: ID!): Shift }';
const addressesOf = (mutations: string) =>
  restOperations(
    buildSchema(
      `${record} type Mutation { ${mutations} } input WithId { id: ID! } input Without { name: String }`,
    ),
  )
    .filter(({ root }) => root.type.name === 'Mutation')
    .map(shown);

describe('an address', () => {
  test.each([
    ['createShift(input: Without): Shift', 'POST /shifts'],
    ['updateShift(input: WithId!): Shift', 'PATCH /shifts/{id}'],
    ['deleteShift(input: WithId!): Shift', 'DELETE /shifts/{id}'],
    ['claimShift(input: WithId!): Shift', 'POST /shifts/{id}/claim'],
    ['giveBackShift(input: WithId!): Shift', 'POST /shifts/{id}/give-back'],
    ['withdrawShiftOffer(input: WithId!): Shift', 'POST /shifts/{id}/withdraw-offer'],
    ['createShiftFromTemplate(input: Without): Shift', 'POST /shifts/create-from-template'],
    ['raiseShift(input: Without): Shift', 'POST /shifts/raise'],
    ['copyWeek(input: Without): Shift', 'POST /copy-week'],
    ['deleteShift(input: Without): Shift', 'POST /shifts/delete'],
  ])('of %s follows from its name', (mutation, address) => {
    expect(addressesOf(mutation)).toEqual([address]);
  });

  test('is of one operation alone, and the fields that would share one are named', () => {
    const schema = buildSchema(
      `type Person { id: ID! } type Query { person(id: ID!): Person reset: Int } type Mutation { peopleReset(input: In): Int resetPerson(input: In): Int } input In { name: String }`,
    );
    expect(restOperations(schema).map(shown)).toContain('POST /people-reset');
    const doubled = buildSchema(`type Query { shiftList: Int ShiftList: Int }`);
    expect(() => restOperations(doubled)).toThrow(
      'Query.shiftList and Query.ShiftList would both be GET /shift-list in the REST face: name one of them differently.',
    );
  });
});

describe('the operations', () => {
  let operations: readonly RestOperation[];
  let verdicts: Awaited<ReturnType<typeof createVerdicts>>;
  beforeAll(async () => {
    verdicts = await createVerdicts([...schemas, placesSchema]);
    operations = restOperations(verdicts.schema);
  });

  test('are one for each field of Query and Mutation', () => {
    const fields = [verdicts.schema.getQueryType()!, verdicts.schema.getMutationType()!].flatMap((type) =>
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
    );
    const answering = operations
      .filter(({ inner }) => !inner)
      .map(({ root }) => `${root.type.name}.${root.field.name}`);
    expect(answering.toSorted()).toEqual(fields.toSorted());
  });

  test('have lists inside records besides', () => {
    expect(operations.filter(({ inner }) => inner).map(shown)).toEqual([
      'GET /places/{id}/guests',
      'GET /places/{id}/ledger',
    ]);
  });
});
