import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

/** The conventions of the graph (see docs/adding-a-domain.md) by which its REST face reads it. */

/** Whether a type is a list itself, not null or not. */
export function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The type of the nodes of a connection; undefined when the field returns none. */
export function nodeOf({ type }: GraphQLField<unknown, unknown>): GraphQLNamedType | undefined {
  const connection = getNamedType(type);
  if (!isObjectType(connection) || isList(type)) return undefined;
  const { nodes, pageInfo } = connection.getFields();
  return nodes && pageInfo ? getNamedType(nodes.type) : undefined;
}

/** Whether a field returns one record by its id alone. */
export function isById({ args, type }: GraphQLField<unknown, unknown>): boolean {
  const returned = getNamedType(type);
  const [id] = args;
  if (args.length !== 1 || id?.name !== 'id' || String(id.type) !== 'ID!') return false;
  return isObjectType(returned) && !isList(type) && 'id' in returned.getFields();
}

/** Types of records that have an address of their own, by the field of Query that returns one by its id. */
export function addressableTypes(schema: GraphQLSchema): Map<string, GraphQLField<unknown, unknown>> {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(isById);
  return new Map(fields.map((field) => [getNamedType(field.type).name, field]));
}

/** Whether a type tells why something was refused. */
export function isRefusal(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Refusal');
}

/** What a mutation can answer: what was done, and the refusals. */
export interface MutationResult {
  readonly payload: GraphQLNamedType;
  readonly refusals: readonly GraphQLObjectType[];
  /** Whether `__typename` has to be asked for to tell them apart. */
  readonly isUnion: boolean;
}

/** What a mutation can answer. A result that is no union with refusals is all payload. */
export function resultOf({ type }: GraphQLField<unknown, unknown>): MutationResult {
  const returned = getNamedType(type);
  if (!isUnionType(returned)) return { payload: returned, refusals: [], isUnion: false };
  const refusals = returned.getTypes().filter(isRefusal);
  const others = returned.getTypes().filter((member) => !isRefusal(member));
  if (others.length !== 1) return { payload: returned, refusals: [], isUnion: false };
  return { payload: others[0]!, refusals, isUnion: true };
}

/** The one field of a payload that returns a record, `shift` of `ClaimShiftPayload`; undefined when several do, or none. */
export function subjectOf(payload: GraphQLNamedType): GraphQLField<unknown, unknown> | undefined {
  if (!isObjectType(payload)) return undefined;
  const records = Object.values(payload.getFields()).filter(({ type }) => {
    const returned = getNamedType(type);
    return !isList(type) && (isObjectType(returned) || isInterfaceType(returned));
  });
  return records.length === 1 ? records[0] : undefined;
}

/** The input object of a mutation that takes nothing but one. */
export function inputOf({ args }: GraphQLField<unknown, unknown>): GraphQLInputObjectType | undefined {
  const [input] = args;
  if (args.length !== 1 || input?.name !== 'input') return undefined;
  const type = getNamedType(input.type);
  return isInputObjectType(type) && !isListType(input.type) ? type : undefined;
}

/** Whether a field of an object can be asked for without saying more. */
export function needsNoArguments({ args }: GraphQLField<unknown, unknown>): boolean {
  return !args.some(isRequiredArgument);
}
