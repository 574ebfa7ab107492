/** A field that was refused, and what it takes to ask for it. */
export interface RefusedField {
  /** As `Type.field`. */
  field: string;
  needs: readonly string[];
}

/** One error of an answer, by the GraphQL specification, section 7.1.2. */
export interface AnswerError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: Readonly<Record<string, unknown>>;
}

/**
 * What went wrong, by the graph's own codes: `UNAUTHENTICATED`, `FORBIDDEN`, `BAD_USER_INPUT`, `NOT_FOUND`,
 * `LIMIT_EXCEEDED`, `UPSTREAM_UNAVAILABLE`, `INTERNAL`, `GRAPHQL_PARSE_FAILED`, `GRAPHQL_VALIDATION_FAILED`; or by those
 * of this client: `TIMEOUT` no answer came in time, `NETWORK` the graph could not be reached, `BAD_ANSWER` what came was
 * no answer of a graph.
 */
export type GuildhallErrorCode = string;

/**
 * A request that failed. What a person can act on, such as a shift that somebody else has, is no error: it comes back as
 * one of the types of the mutation's result.
 */
export class GuildhallError extends Error {
  override readonly name = 'GuildhallError';
  readonly code: GuildhallErrorCode;
  /** What to quote when you report the failure; null when no answer came. */
  readonly requestId: string | null;
  /** The status of the answer; null when none came. */
  readonly status: number | null;
  /** The fields that your role and scopes do not allow, when the code is `FORBIDDEN`. */
  readonly refused: readonly RefusedField[];
  /** All errors of the answer. */
  readonly errors: readonly AnswerError[];
  /** What could be answered all the same, with null where something failed; undefined when nothing was. */
  readonly data: unknown;

  constructor(
    message: string,
    {
      code,
      requestId = null,
      status = null,
      errors = [],
      data,
      cause,
    }: {
      code: GuildhallErrorCode;
      requestId?: string | null;
      status?: number | null;
      errors?: readonly AnswerError[];
      data?: unknown;
      cause?: unknown;
    },
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.requestId = requestId;
    this.status = status;
    this.errors = errors;
    this.refused = errors.flatMap(({ extensions }) =>
      Array.isArray(extensions?.['refused']) ? (extensions['refused'] as RefusedField[]) : [],
    );
    this.data = data;
  }
}
