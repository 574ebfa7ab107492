import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import {
  addressableTypes,
  inputOf,
  isById,
  isList,
  isRefusal,
  nodeOf,
  resultOf,
  subjectOf,
} from './graphShapes.ts';
import { capitalised, collectionOf, kebab, wordsOf } from './naming.ts';
import type { RestMethod, RestOperation } from './restOperation.ts';

type Field = GraphQLField<unknown, unknown>;

/**
 * The operations of the REST face of a graph, one for each field of Query and Mutation, and one for each list inside
 * a record that has an address. Addresses follow from names:
 *
 * | in the graph | in REST |
 * |---|---|
 * | `shifts(first, after, filter, orderBy)` | `GET /shifts` |
 * | `shift(id)` | `GET /shifts/{id}` |
 * | `Facility.shifts(first, after, …)` | `GET /facilities/{id}/shifts` |
 * | `createShift(input)` | `POST /shifts` |
 * | `updateShift(input: { id, … })` | `PATCH /shifts/{id}` |
 * | `deleteShift(input: { id })` | `DELETE /shifts/{id}` |
 * | `giveBackShift(input: { id })` | `POST /shifts/{id}/give-back` |
 * | `raiseFlag(input)`, without an id | `POST /flags/raise` |
 * | `copyWeek(input)`, where no type is called Week | `POST /copy-week` |
 * | any other field of Query | `GET /rota-plan-from-week`, its arguments as parameters |
 *
 * @throws Error naming the fields that would have the same address or the same name.
 */
export function restOperations(schema: GraphQLSchema): readonly RestOperation[] {
  const addressable = addressableTypes(schema);
  const query = schema.getQueryType()!;
  const mutation = schema.getMutationType();
  const operations = [
    ...Object.values(query.getFields()).flatMap((field) => ofQuery(query, field)),
    ...Object.values(mutation?.getFields() ?? {}).map((field) => ofMutation(schema, mutation!, field)),
  ];
  refuseDoubles(operations, ({ method, path }) => `${method} ${path}`);
  refuseDoubles(operations, ({ id }) => id);
  return operations;

  function ofQuery(type: GraphQLObjectType, field: Field): RestOperation[] {
    const root = { type, field };
    const returned = nodeOf(field) ?? getNamedType(field.type);
    const isMany = nodeOf(field) !== undefined || isList(field.type);
    const common = { method: 'GET', root, creates: false } as const;
    if (!isById(field)) {
      return [
        {
          ...common,
          id: `${isMany ? 'list' : 'get'}${capitalised(field.name)}`,
          path: `/${kebab(field.name)}`,
          tag: collectionOf(returned.name),
          hasId: false,
        },
      ];
    }
    const tag = collectionOf(returned.name);
    // A type that several fields return by id has the address of the last; the others keep their own names.
    const isHome = addressable.get(returned.name) === field;
    const path = isHome ? `/${tag}/{id}` : `/${kebab(field.name)}/{id}`;
    const one = { ...common, id: `get${capitalised(field.name)}`, path, tag, hasId: true };
    const lists = Object.values((returned as GraphQLObjectType).getFields())
      .filter((inner) => isHome && nodeOf(inner))
      .map((inner) => ({
        ...one,
        id: `list${capitalised(field.name)}${capitalised(inner.name)}`,
        path: `${path}/${kebab(inner.name)}`,
        inner: { type: returned as GraphQLObjectType, field: inner },
      }));
    return [one, ...lists];
  }
}

function ofMutation(schema: GraphQLSchema, type: GraphQLObjectType, field: Field): RestOperation {
  const root = { type, field };
  const input = inputOf(field);
  const hasId = String(input?.getFields()['id']?.type) === 'ID!';
  const record = recordIn(schema, field.name);
  if (!record) {
    const path = `/${kebab(field.name)}`;
    const tag = collectionOf(returnedBy(field));
    return {
      id: field.name,
      method: 'POST',
      path,
      tag,
      root,
      hasId: false,
      creates: startsWith(field, 'create'),
    };
  }
  const tag = collectionOf(record.name);
  const action = record.rest.join('-');
  const [method, below]: [RestMethod, string] =
    action === 'create' && !hasId
      ? ['POST', '']
      : action === 'update' && hasId
        ? ['PATCH', '']
        : action === 'delete' && hasId
          ? ['DELETE', '']
          : ['POST', `/${action}`];
  const path = `/${tag}${hasId ? '/{id}' : ''}${below}`;
  return { id: field.name, method, path, tag, root, hasId, creates: startsWith(field, 'create') };
}

/** The type of records that the name of a mutation holds, the longest, and the words around it. */
function recordIn(schema: GraphQLSchema, name: string): { name: string; rest: string[] } | undefined {
  const words = wordsOf(name);
  let best: { name: string; rest: string[] } | undefined;
  let longest = 0;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !('id' in type.getFields()) || isRefusal(type)) continue;
    const sought = wordsOf(type.name);
    const at = words.findIndex((_, index) => sought.every((word, i) => words[index + i] === word));
    if (at < 1 || sought.length <= longest) continue;
    longest = sought.length;
    best = { name: type.name, rest: words.toSpliced(at, sought.length) };
  }
  return best;
}

/** The type of what a mutation without a record in its name is about: what its payload has of it. */
function returnedBy(field: Field): string {
  const { payload } = resultOf(field);
  const subject = subjectOf(payload);
  if (subject) return getNamedType(subject.type).name;
  const fields = isObjectType(payload) ? Object.values(payload.getFields()) : [];
  const records = fields.map(({ type }) => getNamedType(type)).filter((returned) => isObjectType(returned));
  return records[0]?.name ?? field.name;
}

function startsWith({ name }: Field, verb: string): boolean {
  return wordsOf(name)[0] === verb;
}

function refuseDoubles(
  operations: readonly RestOperation[],
  keyOf: (operation: RestOperation) => string,
): void {
  const seen = new Map<string, RestOperation>();
  for (const operation of operations) {
    const key = keyOf(operation);
    const other = seen.get(key);
    if (other) {
      const names = [other, operation].map(({ root, inner }) =>
        inner ? `${inner.type.name}.${inner.field.name}` : `${root.type.name}.${root.field.name}`,
      );
      throw new Error(
        `${names.join(' and ')} would both be ${key} in the REST face: name one of them differently.`,
      );
    }
    seen.set(key, operation);
  }
}
