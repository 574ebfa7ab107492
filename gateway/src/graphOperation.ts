import type { GraphQLFormattedError } from 'graphql';

/** An operation of the graph. */
export interface GraphOperation {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** What became of it; without `data` nothing of it was run. */
export interface GraphResult {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}
