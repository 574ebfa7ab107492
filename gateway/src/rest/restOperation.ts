import type { GraphQLField, GraphQLObjectType } from 'graphql';

/** Where operations of the REST face stand. */
export const restPrefix = '/rest/v1';

/** The methods that the REST face knows; HEAD goes wherever GET goes. */
export type RestMethod = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A field with the type it is a field of. */
export interface FieldOfType {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}

/** One operation of the REST face: an address, and the field of the graph that answers there. */
export interface RestOperation {
  /** The name it has in the OpenAPI document, for example `listShifts`. */
  readonly id: string;
  readonly method: RestMethod;
  /** Below {@link restPrefix}, as OpenAPI writes paths: `/shifts/{id}/claim`. */
  readonly path: string;
  /** What it belongs to in the documentation: the collection, for example `shifts`. */
  readonly tag: string;
  /** The field of Query or Mutation that answers. */
  readonly root: FieldOfType;
  /** The list inside what `root` returns, where that is what is asked for: `/facilities/{id}/shifts`. */
  readonly inner?: FieldOfType;
  /** The argument or field of the input that stands in the path as `{id}`. */
  readonly hasId: boolean;
  /** Whether something new is there afterwards: the answer is 201. */
  readonly creates: boolean;
}

/** The field that parameters and the answer are of. */
export function targetOf({ root, inner }: RestOperation): FieldOfType {
  return inner ?? root;
}

export function isMutation({ root }: RestOperation): boolean {
  return root.type.name === 'Mutation';
}
