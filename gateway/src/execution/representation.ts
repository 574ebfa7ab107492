import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isOfType } from './isOfType.ts';
import { type JsonObject, isJsonObject, mergeInto, own } from './json.ts';

/**
 * What a subgraph has to be told of an entity, for it to answer for that entity.
 *
 * @param schema the supergraph's schema.
 * @param requires the fields that the query plan wants of it.
 * @returns null when something that is wanted is not known.
 */
export function representationOf(
  schema: GraphQLSchema,
  entity: unknown,
  requires: readonly QueryPlanSelectionNode[],
): JsonObject | null {
  if (!isJsonObject(entity)) return null;
  const representation: JsonObject = {};
  for (const selection of requires) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name;
      const value = own(entity, name);
      if (value === undefined) return null;
      const { selections } = selection;
      representation[name] = selections ? partsOf(schema, value, selections) : value;
    } else if (selection.typeCondition !== undefined && isOfType(schema, entity, selection.typeCondition)) {
      const part = representationOf(schema, entity, selection.selections);
      if (part) mergeInto(representation, part);
    }
  }
  return representation;
}

function partsOf(
  schema: GraphQLSchema,
  value: unknown,
  selections: readonly QueryPlanSelectionNode[],
): unknown {
  return Array.isArray(value)
    ? value.map((element) => partsOf(schema, element, selections))
    : representationOf(schema, value, selections);
}
