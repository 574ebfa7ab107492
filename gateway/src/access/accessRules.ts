import type { Viewer } from '@guildhall/kit/viewer';
import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Personas } from '../personas.ts';
import { type AccessRule, createAccessContext, createAccessRule } from './accessRule.ts';
import { type Requirement, readRequirements } from './requirement.ts';

/**
 * Root fields that anyone may ask for, signed in or not, as `Type.field`. A root field that is neither here
 * nor carries a directive keeps the gateway from starting. (`__typename` is always allowed: it says nothing.)
 */
export const publicFields: readonly string[] = [];

/** The scope of those who may read the schema through the graph itself. */
export const explorerScope = 'explorer:use';

/** The access rules of one graph. */
export interface AccessRules {
  /** The schema that the rules are of, without what is `@inaccessible`. */
  schema: GraphQLSchema;
  /**
   * The rules that must all hold for a field of an object type: its own, its type's, its return type's
   * (for an interface or union those of every type that could come back).
   */
  ofField(type: GraphQLObjectType, field: string): readonly AccessRule[];
  /** The rules that must all hold to give a field's argument: those of the enums and scalars in it. */
  ofArgument(type: GraphQLObjectType, field: string, argument: string): readonly AccessRule[];
  /** The rules of `__schema` and `__type`. */
  ofIntrospection: readonly AccessRule[];
}

/** A graph whose access rules cannot be right; the message has one line for each reason. */
export class AccessRulesRefused extends Error {
  constructor(reasons: readonly string[]) {
    super(
      `The access rules of the supergraph cannot be right; change the schemas and compose again:\n${reasons.join('\n')}`,
    );
    this.name = 'AccessRulesRefused';
  }
}

/**
 * Compiles the access directives of a supergraph to rules that a gateway may start with.
 *
 * @param schema the API schema of the same supergraph.
 * @throws AccessRulesRefused when a root field has no rule, when a rule asks for nothing, or when no
 *   persona meets the rules of a field.
 */
export async function compileAccessRules({
  supergraphSdl,
  schema,
  personas,
}: {
  supergraphSdl: string;
  schema: GraphQLSchema;
  personas: Personas;
}): Promise<AccessRules> {
  const requirements = readRequirements(supergraphSdl);
  const rules = rulesOf(requirements, schema);
  const reasons = [
    ...emptyRequirements(requirements),
    ...unprotectedRootFields(schema, requirements),
    ...(await unmeetableFields(rules, personas)),
  ];
  if (reasons.length > 0) throw new AccessRulesRefused(reasons);
  return rules;
}

/**
 * The access rules of a supergraph as they are, right or not: to compare with others, never to start with.
 *
 * @param schema the API schema of the same supergraph.
 */
export function readAccessRules(supergraphSdl: string, schema: GraphQLSchema): AccessRules {
  return rulesOf(readRequirements(supergraphSdl), schema);
}

function rulesOf(
  requirements: ReadonlyMap<string, readonly Requirement[]>,
  schema: GraphQLSchema,
): AccessRules {
  const distinct = new Map<string, AccessRule>();
  const ruleOf = (requirement: Requirement): AccessRule => {
    const key = JSON.stringify(requirement);
    const known = distinct.get(key) ?? createAccessRule(requirement);
    distinct.set(key, known);
    return known;
  };
  const at = memoised((coordinate) => (requirements.get(coordinate) ?? []).map(ruleOf));

  const ofOutput = (type: GraphQLNamedType): readonly AccessRule[] =>
    isAbstractType(type) ? schema.getPossibleTypes(type).flatMap(({ name }) => at(name)) : at(type.name);
  const ofInput = (type: GraphQLNamedType, seen = new Set<GraphQLNamedType>()): readonly AccessRule[] => {
    if (!isInputObjectType(type)) return at(type.name);
    if (seen.has(type)) return [];
    seen.add(type);
    return Object.values(type.getFields()).flatMap((field) => ofInput(getNamedType(field.type), seen));
  };
  const fieldRules = memoised((coordinate) => {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    const field = (schema.getType(typeName) as GraphQLObjectType).getFields()[fieldName]!;
    return unique([...at(typeName), ...at(coordinate), ...ofOutput(getNamedType(field.type))]);
  });
  const argumentRules = memoised((coordinate) => {
    const [typeName = '', fieldName = '', argumentName] = coordinate.split('.');
    const field = (schema.getType(typeName) as GraphQLObjectType).getFields()[fieldName]!;
    const argument = field.args.find(({ name }) => name === argumentName)!;
    return unique(ofInput(getNamedType(argument.type)));
  });

  return {
    schema,
    ofField: (type, field) => fieldRules(`${type.name}.${field}`),
    ofArgument: (type, field, argument) => argumentRules(`${type.name}.${field}.${argument}`),
    ofIntrospection: [ruleOf({ kind: 'scopes', anyOf: [[explorerScope]] })],
  };
}

/** An empty list of what must all hold holds for everyone, the anonymous included. */
function emptyRequirements(requirements: ReadonlyMap<string, readonly Requirement[]>): string[] {
  return [...requirements]
    .filter(([, asked]) =>
      asked.some((one) => 'anyOf' in one && one.anyOf.some((allOf) => allOf.length === 0)),
    )
    .map(
      ([coordinate]) =>
        `${coordinate} has a rule that asks for nothing: name a scope or a role in each of its lists, or take it away.`,
    );
}

function unprotectedRootFields(schema: GraphQLSchema, requirements: ReadonlyMap<string, unknown>): string[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    .filter((root) => root != null)
    .flatMap((root) => Object.keys(root.getFields()).map((field) => `${root.name}.${field}`))
    .filter((coordinate) => !requirements.has(coordinate) && !publicFields.includes(coordinate))
    .map(
      (coordinate) =>
        `${coordinate} has no access rule: give it @authenticated, @requiresScopes or @policy, or add it to publicFields.`,
    );
}

async function unmeetableFields(rules: AccessRules, personas: Personas): Promise<string[]> {
  const contexts = [...personas].map(([role, { scopes }]) => {
    const viewer: Viewer = { personId: null, organisationId: null, role, scopes };
    return createAccessContext(viewer);
  });
  const meetable = async (needed: readonly AccessRule[]) => {
    if (needed.length === 0) return true;
    for (const context of contexts) {
      const held = await Promise.all(needed.map((rule) => rule.holds(context)));
      if (held.every(Boolean)) return true;
    }
    return false;
  };
  const reasons: string[] = [];
  for (const type of Object.values(rules.schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    const objects = isObjectType(type) ? [type] : rules.schema.getPossibleTypes(type);
    for (const field of Object.values(type.getFields())) {
      const needed = unique([
        ...objects.flatMap((object) => rules.ofField(object, field.name)),
        ...objects.flatMap((object) =>
          field.args.flatMap(({ name }) => rules.ofArgument(object, field.name, name)),
        ),
      ]);
      if (await meetable(needed)) continue;
      const list = needed.map(({ needs }) => needs).join('; ');
      reasons.push(
        `${type.name}.${field.name} can be asked for by no persona of gateway/personas.json: it needs ${list}.`,
      );
    }
  }
  return reasons;
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

function memoised<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
