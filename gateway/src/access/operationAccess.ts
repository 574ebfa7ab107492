import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isObjectType,
  visit,
} from 'graphql';
import type { AccessRule } from './accessRule.ts';
import type { AccessRules } from './accessRules.ts';

/** A rule that an operation has to meet, and its fields (`Type.field`) that ask for it. */
export interface OperationRule {
  rule: AccessRule;
  fields: readonly string[];
}

/** Values of the variables that decide about fields; undefined when a value is no boolean. */
export type Conditions = ReadonlyMap<string, boolean | undefined>;

/** The variables that stand in `@skip` and `@include` anywhere in a document, in order. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: args }) => {
      const value = args?.[0]?.value;
      if ((name.value === 'skip' || name.value === 'include') && value?.kind === Kind.VARIABLE) {
        names.add(value.name.value);
      }
    },
  });
  return [...names].toSorted();
}

/** The values that the given variables have in an operation, defaults included. */
export function readConditions(
  names: readonly string[],
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): Conditions {
  return new Map(
    names.map((name) => {
      const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (given !== undefined) return [name, typeof given === 'boolean' ? given : undefined];
      const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
      const value = definition?.defaultValue;
      return [name, value?.kind === Kind.BOOLEAN ? value.value : undefined];
    }),
  );
}

/**
 * Works out which rules an operation has to meet: those of every field that could be asked of any type
 * that could come back there. Fields left out by `@skip` or `@include` do not count.
 *
 * @param document a document that has been validated against the schema of the rules.
 */
export function operationRules(
  rules: AccessRules,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Conditions,
): readonly OperationRule[] {
  const { schema } = rules;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const fieldsByRule = new Map<AccessRule, Set<string>>();
  const visited = new Set<string>();
  const root = schema.getRootType(operation.operation)!;
  walk(operation.selectionSet, [root]);
  return [...fieldsByRule].map(([rule, fields]) => ({ rule, fields: [...fields] }));

  function walk(selectionSet: SelectionSetNode, types: readonly GraphQLObjectType[]): void {
    if (types.length === 0) return;
    for (const selection of selectionSet.selections) {
      if (isLeftOut(selection.directives, conditions)) continue;
      switch (selection.kind) {
        case Kind.FIELD:
          walkField(selection, types);
          break;
        case Kind.INLINE_FRAGMENT:
          walk(selection.selectionSet, narrow(types, selection.typeCondition?.name.value));
          break;
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value)!;
          const narrowed = narrow(types, fragment.typeCondition.name.value);
          // Fragments that spread fragments many times over are walked once for each set of types.
          const visit = `${fragment.name.value} ${narrowed.map(({ name }) => name).join(' ')}`;
          if (visited.has(visit)) break;
          visited.add(visit);
          walk(fragment.selectionSet, narrowed);
        }
      }
    }
  }

  function walkField(field: FieldNode, types: readonly GraphQLObjectType[]): void {
    const name = field.name.value;
    if (name === '__typename') return;
    if (name === '__schema' || name === '__type') {
      need(rules.ofIntrospection, `${root.name}.${name}`);
      return;
    }
    const returned = new Set<GraphQLObjectType>();
    for (const type of types) {
      const coordinate = `${type.name}.${name}`;
      need(rules.ofField(type, name), coordinate);
      for (const argument of field.arguments ?? []) {
        need(rules.ofArgument(type, name, argument.name.value), coordinate);
      }
      for (const possible of possibleTypes(getNamedType(type.getFields()[name]!.type)))
        returned.add(possible);
    }
    if (field.selectionSet) walk(field.selectionSet, [...returned]);
  }

  function need(needed: readonly AccessRule[], coordinate: string): void {
    for (const rule of needed) {
      const fields = fieldsByRule.get(rule);
      if (fields) fields.add(coordinate);
      else fieldsByRule.set(rule, new Set([coordinate]));
    }
  }

  function narrow(types: readonly GraphQLObjectType[], condition?: string): readonly GraphQLObjectType[] {
    if (condition === undefined) return types;
    const possible = possibleTypes(schema.getType(condition)!);
    return types.filter((type) => possible.includes(type));
  }

  function possibleTypes(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isAbstractType(type)) return schema.getPossibleTypes(type);
    return isObjectType(type) ? [type] : [];
  }
}

function isLeftOut(directives: readonly DirectiveNode[] = [], conditions: Conditions): boolean {
  return directives.some(({ name, arguments: args }) => {
    if (name.value !== 'skip' && name.value !== 'include') return false;
    const value = args?.[0]?.value;
    // A value that is no boolean leaves nothing out: the field counts, whatever happens to it later.
    const condition =
      value?.kind === Kind.BOOLEAN
        ? value.value
        : value?.kind === Kind.VARIABLE
          ? conditions.get(value.name.value)
          : undefined;
    return condition === (name.value === 'skip');
  });
}
