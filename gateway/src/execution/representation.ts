import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isOfType } from './isOfType.ts';
import { type JsonObject, isJsonObject, mergeInto, own } from './json.ts';
import { applyRewrites } from './rewrites.ts';

/**
 * Makes the writing of what a subgraph has to be told of an entity, for it to answer for that entity.
 *
 * @param schema the supergraph's schema.
 * @returns a function from an entity to its representation in JSON; null when something is not known that the
 *   subgraph wants. Equal texts are equal entities.
 */
export function representationText(
  schema: GraphQLSchema,
  { requires = [], inputRewrites }: FetchNode,
): (entity: JsonObject) => string | null {
  const keysOf = new Map<string, readonly string[] | null>();
  return (entity) => {
    const typeName = own(entity, '__typename');
    if (typeof typeName !== 'string') return null;
    let keys = keysOf.get(typeName);
    if (keys === undefined) {
      keys = inputRewrites ? null : flatKeys(schema, entity, requires);
      keysOf.set(typeName, keys);
    }
    if (keys) return flatText(entity, keys);
    const representation = representationOf(schema, entity, requires);
    if (!representation?.['__typename']) return null;
    applyRewrites(schema, inputRewrites, representation);
    return JSON.stringify(representation);
  };
}

/** The names of the fields that are wanted of an entity's type, when none of them has fields of its own. */
function flatKeys(
  schema: GraphQLSchema,
  entity: JsonObject,
  requires: readonly QueryPlanSelectionNode[],
): string[] | null {
  const names = new Set<string>();
  for (const selection of requires) {
    if (selection.kind === 'Field') {
      if (selection.selections) return null;
      names.add(selection.alias ?? selection.name);
    } else if (selection.typeCondition !== undefined && isOfType(schema, entity, selection.typeCondition)) {
      const inner = flatKeys(schema, entity, selection.selections);
      if (!inner) return null;
      for (const name of inner) names.add(name);
    }
  }
  return names.has('__typename') ? [...names] : null;
}

/** By far the most representations: a type and the fields of its key. */
function flatText(entity: JsonObject, keys: readonly string[]): string | null {
  let text = '';
  for (const key of keys) {
    const value = own(entity, key);
    if (value === undefined) return null;
    text += `${text === '' ? '{' : ','}"${key}":${JSON.stringify(value)}`;
  }
  return `${text}}`;
}

/** Null when something that is wanted is not known. */
function representationOf(
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
