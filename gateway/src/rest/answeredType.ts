import { type GraphQLNamedType, getNamedType } from 'graphql';
import { nodeOf, resultOf, subjectOf } from './graphShapes.ts';
import { type RestOperation, isMutation, targetOf } from './restOperation.ts';

/** The type that an operation answers with, of which `fields` chooses. */
export function answeredType(operation: RestOperation): GraphQLNamedType {
  const { field } = targetOf(operation);
  if (!isMutation(operation)) return nodeOf(field) ?? getNamedType(field.type);
  const { payload } = resultOf(field);
  return getNamedType(subjectOf(payload)?.type ?? payload);
}
