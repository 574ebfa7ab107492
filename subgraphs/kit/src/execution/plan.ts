import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  typeFromAST,
} from 'graphql';
import { isLeftOut } from './isLeftOut.ts';
import { serializerOf } from './serializer.ts';

/** An operation with everything worked out that is the same whenever it runs. */
export interface OperationPlan {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly root: ObjectPlan;
}

/** The fields that are asked for of objects of one type. */
export interface ObjectPlan {
  readonly type: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
  /** Makes the object that is answered: without a prototype, since `__proto__` is a name that clients may give. */
  readonly create: () => Record<string, unknown>;
}

export interface FieldPlan {
  /** The name in the answer. */
  readonly key: string;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly value: ValuePlan;
}

/** How a value of a type is completed. */
export type ValuePlan = { readonly nonNull: boolean } & (
  | {
      readonly kind: 'leaf';
      readonly type: GraphQLOutputType;
      readonly serialize: (value: unknown) => unknown;
    }
  | { readonly kind: 'list'; readonly item: ValuePlan }
  | { readonly kind: 'object'; readonly type: GraphQLObjectType; readonly plan: () => ObjectPlan }
  | {
      readonly kind: 'abstract';
      readonly type: GraphQLAbstractType;
      readonly planOf: (type: GraphQLObjectType) => ObjectPlan;
    }
);

type Fragments = OperationPlan['fragments'];
type Variables = Record<string, unknown>;

/**
 * Works out a valid operation. Fields are looked at when values of their parent's type first come along.
 *
 * @param variables decide over `@skip` and `@include`: the plan holds as long as those that these use stay the same.
 */
export function planOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
): OperationPlan {
  const objectPlan = (type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ObjectPlan => {
    const groups = new Map<string, [FieldNode, ...FieldNode[]]>();
    const seen = new Set<string>();
    for (const set of sets) collect(type, set, groups, seen);
    return {
      type,
      fields: [...groups].map(([key, nodes]) => fieldPlan(type, key, nodes)),
      create: objectMaker(),
    };
  };

  const collect = (
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    groups: Map<string, [FieldNode, ...FieldNode[]]>,
    seen: Set<string>,
  ): void => {
    for (const node of selections) {
      if (isLeftOut(node, variables)) continue;
      if (node.kind === 'Field') {
        const key = (node.alias ?? node.name).value;
        const group = groups.get(key);
        if (group) group.push(node);
        else groups.set(key, [node]);
        continue;
      }
      if (node.kind === 'FragmentSpread') {
        if (seen.has(node.name.value)) continue;
        seen.add(node.name.value);
      }
      const fragment = node.kind === 'FragmentSpread' ? fragments[node.name.value] : node;
      if (fragment && appliesTo(schema, fragment, type)) collect(type, fragment.selectionSet, groups, seen);
    }
  };

  const fieldPlan = (
    parentType: GraphQLObjectType,
    key: string,
    nodes: [FieldNode, ...FieldNode[]],
  ): FieldPlan => {
    const definition = fieldOf(schema, parentType, nodes[0].name.value);
    return { key, nodes, parentType, definition, value: valuePlan(definition.type, nodes, false) };
  };

  const valuePlan = (type: GraphQLOutputType, nodes: readonly FieldNode[], nonNull: boolean): ValuePlan => {
    if (isNonNullType(type)) return valuePlan(type.ofType, nodes, true);
    if (isListType(type)) return { kind: 'list', nonNull, item: valuePlan(type.ofType, nodes, false) };
    if (isLeafType(type)) return { kind: 'leaf', nonNull, type, serialize: serializerOf(type) };
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const plans = new Map<GraphQLObjectType, ObjectPlan>();
    const planOf = (each: GraphQLObjectType): ObjectPlan => {
      let plan = plans.get(each);
      if (!plan) plans.set(each, (plan = objectPlan(each, sets)));
      return plan;
    };
    return isAbstractType(type)
      ? { kind: 'abstract', nonNull, type, planOf }
      : { kind: 'object', nonNull, type, plan: () => planOf(type) };
  };

  const root = schema.getRootType(operation.operation)!;
  return { schema, operation, fragments, root: objectPlan(root, [operation.selectionSet]) };
}

function appliesTo(
  schema: GraphQLSchema,
  { typeCondition }: FragmentDefinitionNode | InlineFragmentNode,
  type: GraphQLObjectType,
): boolean {
  if (!typeCondition) return true;
  const condition = typeFromAST(schema, typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}

function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType() && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (type === schema.getQueryType() && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return type.getFields()[name]!;
}

/** Objects of one maker share their hidden class, which `Object.create(null)` would not give them. */
function objectMaker(): () => Record<string, unknown> {
  const Answer = function () {} as unknown as new () => Record<string, unknown>;
  Answer.prototype = Object.create(null);
  return () => new Answer();
}
