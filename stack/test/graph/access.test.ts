import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personas } from './expectation.ts';
import { merged } from './expectations.ts';
import { startGraph } from './startGraph.ts';

const rootFields = merged('rootFields');
const types = merged('types');
const fields = merged('fields');

let graph: Awaited<ReturnType<typeof startGraph>>;
let schema: GraphQLSchema;
beforeAll(async () => {
  graph = await startGraph(0.15);
  schema = await graph.schema();
});
afterAll(() => graph?.close());

test('every root field of the graph stands in the table of who may ask, and nothing else does', () => {
  const existing = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
    Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
  );
  expect(Object.keys(rootFields).sort()).toEqual(existing.sort());
});

test('every entity type is guarded, and so is every type and field that the table names', () => {
  const entities = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && 'id' in type.getFields())
    .map((type) => type.name)
    .filter((name) => !name.endsWith('Payload') && name !== 'NotFound');
  expect(Object.keys(types)).toEqual(expect.arrayContaining(entities));
  for (const coordinate of Object.keys(fields)) {
    const [type, field] = coordinate.split('.') as [string, string];
    const found = schema.getType(type);
    expect(isObjectType(found) && field in found.getFields()).toBe(true);
  }
});

describe.each(personas)('%s', (persona) => {
  test.each(Object.entries(rootFields))(
    '%s answers exactly those whom the table names',
    async (coordinate, allowed) => {
      const [type, name] = coordinate.split('.') as ['Query' | 'Mutation', string];
      const field = schema.getType(type);
      if (!isObjectType(field)) throw new Error(`There is no type ${type}`);
      const { errors, status } = await graph.query(persona, smallest(type, field.getFields()[name]!));

      // Ids that do not exist and inputs that cannot be are refused later than rights are.
      const refusal = errors?.find(({ extensions }) =>
        ['FORBIDDEN', 'UNAUTHENTICATED'].includes(String(extensions['code'])),
      );
      expect(refusal === undefined).toBe(allowed.includes(persona));
      if (refusal) {
        expect(status).toBe(200);
        expect(refusal.extensions['refused']).toContainEqual(expect.objectContaining({ field: coordinate }));
      }
    },
  );

  test('the schema is told only to those who may use the explorer', async () => {
    const { data, errors } = await graph.query(persona, '{ __schema { queryType { name } } }');
    expect(data?.__schema?.queryType.name).toBe(persona === 'company' ? 'Query' : undefined);
    expect(errors === undefined).toBe(persona === 'company');
  });

  test('entities cannot be reached around the graph', async () => {
    const { errors } = await graph.query(
      persona,
      '{ _entities(representations: [{ __typename: "Shift", id: "1" }]) { __typename } }',
    );
    expect(errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

/** The shortest operation that asks for a field: placeholders for what it requires, __typename of what it returns. */
function smallest(type: 'Query' | 'Mutation', field: GraphQLField<unknown, unknown>): string {
  const args = field.args
    .filter((argument) => String(argument.type).endsWith('!'))
    .map((argument) => `${argument.name}: ${placeholder(argument.type)}`);
  const returned = getNamedType(field.type);
  const selection = isObjectType(returned) || isUnionType(returned) ? ' { __typename }' : '';
  return `${type.toLowerCase()} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection} }`;
}

function placeholder(type: GraphQLInputType): string {
  const named = getNamedType(type as GraphQLInputType);
  if ('getFields' in named) {
    const required = Object.values(named.getFields()).filter((field) => String(field.type).endsWith('!'));
    return `{ ${required.map((field) => `${field.name}: ${placeholder(field.type)}`).join(', ')} }`;
  }
  if ('getValues' in named) return named.getValues()[0]!.name;
  if (named.name === 'DateTime') return '"2026-11-02T07:00:00.000Z"';
  if (named.name === 'LocalDate') return '"2026-11-02"';
  if (named.name === 'Int' || named.name === 'Float') return '1';
  if (named.name === 'Boolean') return 'true';
  // No record has this id, so that nothing is changed or deleted.
  return named.name === 'ID' ? '"00000000-0000-7000-8000-000000000000"' : '""';
}
