import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  parse,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { pageSizes } from '@guildhall/kit/pageSize';
import type { CheckedOperation } from '../access/accessCheck.ts';
import { type Limits, limitExceeded } from './limits.ts';

/** The cost of one operation, by its variables. */
export type OperationCost = (variables: Readonly<Record<string, unknown>>) => number;

/**
 * Makes the check that an operation passes before it is planned: what it could cost.
 *
 * @returns a function that throws a GraphQLError with code LIMIT_EXCEEDED.
 */
export function createCostCheck(
  supergraphSdl: string,
  schema: GraphQLSchema,
  limits: Limits,
): (operation: CheckedOperation) => void {
  const estimate = createCostEstimate(supergraphSdl, schema);
  const costs = new LRUCache<string, OperationCost>({ max: 2_000 });
  return ({ document, operation, documentHash, variables = {} }) => {
    const key = `${documentHash} ${operation.name?.value ?? ''}`;
    let costOf = costs.get(key);
    if (!costOf) costs.set(key, (costOf = estimate(document, operation)));
    const cost = costOf(variables);
    if (cost > limits.cost) throw limitExceeded('cost', limits, cost);
  };
}

/** How long a list is taken to be that says nothing of its size. */
const assumedLength = 10;

const costOfMutation = 10;

interface ListSize {
  assumedSize?: number;
  slicingArguments?: readonly string[];
  sizedFields?: readonly string[];
}

type Variables = Readonly<Record<string, unknown>>;
type Amount = (variables: Variables) => number;

/**
 * Makes the estimate of what operations cost before they are run: 1 for each object that could come back, lists
 * counted by the sizes they are asked for, by the directives `@cost` and `@listSize` of federation 2.9 (after IBM's
 * GraphQL Cost Directive Specification); Relay connections need none. It is an upper bound: of several types that could come back all are
 * counted, and so is what `@skip` and `@include` leave out.
 *
 * @param supergraphSdl where composition has carried the directives.
 * @param schema what clients see of it.
 * @returns a function from an operation of a validated document to its cost.
 */
export function createCostEstimate(
  supergraphSdl: string,
  schema: GraphQLSchema,
): (document: DocumentNode, operation: OperationDefinitionNode) => OperationCost {
  const { weights, listSizes } = readDirectives(supergraphSdl);

  return (document, operation) => {
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    }
    const defaults = Object.fromEntries(
      (operation.variableDefinitions ?? [])
        .filter(({ defaultValue }) => defaultValue)
        .map(({ variable, defaultValue }) => [variable.name.value, valueFromASTUntyped(defaultValue!)]),
    );
    const perField = operation.operation === 'mutation' ? costOfMutation : 0;
    const root = schema.getRootType(operation.operation)!;
    const cost = ofSet(operation.selectionSet, root, new Map(), perField);
    return (variables) => cost({ ...defaults, ...variables });

    /**
     * @param sized the lengths of lists among the fields, where the field around them says so.
     * @param extra what each field of the set costs besides.
     */
    function ofSet(
      { selections }: SelectionSetNode,
      type: GraphQLNamedType,
      sized: ReadonlyMap<string, Amount>,
      extra = 0,
    ): Amount {
      return total(
        selections.map((selection): Amount => {
          if (selection.kind === Kind.FIELD) return ofField(selection, type, sized, extra);
          const inner =
            selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)!;
          const condition = inner.typeCondition?.name.value;
          const narrowed = condition === undefined ? type : schema.getType(condition)!;
          return ofSet(inner.selectionSet, narrowed, sized, extra);
        }),
      );
    }

    function ofField(
      node: FieldNode,
      type: GraphQLNamedType,
      sized: ReadonlyMap<string, Amount>,
      extra: number,
    ): Amount {
      const name = node.name.value;
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
      if (!field) return () => 0; // introspection is not cost of the subgraphs
      const coordinate = `${type.name}.${name}`;
      const returned = getNamedType(field.type);
      const own = weights.get(coordinate) ?? 0;
      const each = weights.get(returned.name) ?? (isCompositeType(returned) ? 1 : 0);
      const listSize = listSizes.get(coordinate) ?? sizeOfConnection(field);
      const size = listSize ? sizeAskedFor(listSize, node.arguments ?? []) : undefined;
      const sizedFields = new Map(
        size ? (listSize!.sizedFields ?? []).map((inner): [string, Amount] => [inner, size]) : [],
      );
      const inner = node.selectionSet ? ofSet(node.selectionSet, returned, sizedFields) : () => 0;
      const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
      const length: Amount = !isList
        ? () => 1
        : (sized.get(name) ?? (sizedFields.size === 0 ? size : undefined) ?? (() => assumedLength));
      return (variables) => extra + own + length(variables) * (each + inner(variables));
    }
  };
}

/** Connections are all alike (see kit's): nobody has to say of each how large it is. */
function sizeOfConnection({ type, args }: GraphQLField<unknown, unknown>): ListSize | undefined {
  const returned = getNamedType(type);
  if (!isObjectType(returned) || !args.some(({ name }) => name === 'first')) return undefined;
  const sizedFields = ['nodes', 'edges'].filter((name) => name in returned.getFields());
  if (sizedFields.length === 0) return undefined;
  return { slicingArguments: ['first', 'last'], assumedSize: pageSizes.byDefault, sizedFields };
}

function sizeAskedFor(
  { assumedSize = assumedLength, slicingArguments = [] }: ListSize,
  args: readonly ArgumentNode[],
): Amount {
  const slices = args.filter(({ name }) => slicingArguments.includes(name.value));
  return (variables) => {
    const sizes = slices
      .map(({ value }) => valueFromASTUntyped(value, variables as Record<string, unknown>))
      .filter((size): size is number => typeof size === 'number' && size >= 0);
    return sizes.length > 0 ? Math.max(...sizes) : assumedSize;
  };
}

function total(amounts: readonly Amount[]): Amount {
  return (variables) => amounts.reduce((sum, amount) => sum + amount(variables), 0);
}

/** What `@cost` and `@listSize` say in a supergraph, by `Type` or `Type.field`. */
function readDirectives(supergraphSdl: string) {
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const { name, arguments: args = [] } of directives) {
      const value = Object.fromEntries(
        args.map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
      );
      if (name.value === 'cost') weights.set(coordinate, Number(value['weight']));
      if (name.value === 'listSize') listSizes.set(coordinate, value as ListSize);
    }
  };
  visit(parse(supergraphSdl, { noLocation: true }), {
    enter(node) {
      if (node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION) {
        read(node.name.value, node.directives);
      }
      if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
        read(node.name.value, node.directives);
        for (const field of node.fields ?? [])
          read(`${node.name.value}.${field.name.value}`, field.directives);
      }
    },
  });
  return { weights, listSizes };
}
