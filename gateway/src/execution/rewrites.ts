import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isOfType } from './isOfType.ts';
import { type JsonObject, own } from './json.ts';

const typeCondition = /^\.\.\. on (.+)$/;

/**
 * Makes the changes that a query plan asks for of what is sent to a subgraph or came from it, in place: a field
 * renamed, or set to a value.
 *
 * @param schema the supergraph's schema, which knows every type that plans name.
 */
export function applyRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
  value: unknown,
): void {
  for (const rewrite of rewrites ?? []) {
    const field = rewrite.path.at(-1);
    if (field === undefined) continue;
    atPath(schema, rewrite.path.slice(0, -1), value, (object) => {
      if (rewrite.kind === 'ValueSetter') object[field] = rewrite.setValueTo;
      else {
        const renamed = own(object, field);
        if (renamed === undefined || renamed === null) return;
        object[rewrite.renameKeyTo] = renamed;
        object[field] = undefined;
      }
    });
  }
}

function atPath(
  schema: GraphQLSchema,
  [first, ...rest]: readonly string[],
  value: unknown,
  change: (object: JsonObject) => void,
): void {
  if (Array.isArray(value)) {
    for (const element of value) atPath(schema, first === undefined ? [] : [first, ...rest], element, change);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const object = value as JsonObject;
  if (first === undefined) return change(object);
  const type = typeCondition.exec(first)?.[1];
  if (type === undefined) return atPath(schema, rest, own(object, first), change);
  // Without a name of its own an object is taken for the type that the plan expects.
  if (!object['__typename'] || isOfType(schema, object, type)) atPath(schema, rest, object, change);
}
