import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { databaseError, isOutOfReach } from './databaseError.ts';
import type { Logger } from './logger.ts';

/**
 * The codes of errors, in `extensions.code`. What a person can act on is no error but a result; see the
 * refusals of the schema.
 */
export const errorCodes = {
  /** Nobody is signed in, or the proof does not hold. */
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  /** The viewer may not ask for this. */
  FORBIDDEN: 'FORBIDDEN',
  /** A value that was sent is not of the form the schema describes. */
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  /** There is no such thing among what the viewer may see. */
  NOT_FOUND: 'NOT_FOUND',
  /** The operation asks for more than one operation may. */
  LIMIT_EXCEEDED: 'LIMIT_EXCEEDED',
  /** A service that is needed does not answer; try again. */
  UPSTREAM_UNAVAILABLE: 'UPSTREAM_UNAVAILABLE',
  /** A bug of ours; quote the request id. */
  INTERNAL: 'INTERNAL',
  /** The operation is not GraphQL. */
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  /** The operation does not fit the schema. */
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
} as const;

/** PostgreSQL's SQLSTATEs for values that GraphQL's scalars may have and its own may not, in words. */
const unreadable: Record<string, string> = {
  '22021': 'A text holds the character U+0000, which cannot be stored or searched. Remove it.',
  '22008': 'There is no such day or instant: the first year is 0001. Choose a later one.',
};

export type ErrorCode = keyof typeof errorCodes;

/** Codes of Apollo Server for requests that are no good, told by ours. */
const asOurs: Record<string, ErrorCode> = {
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
};

/**
 * An error that the client may read as it is.
 *
 * @param code which of the codes.
 * @param message one sentence: what, why, and what to do.
 */
export function graphError(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/**
 * The form in which an error leaves a server. Errors with a code of ours pass, without stacks; a database that does
 * not answer is UPSTREAM_UNAVAILABLE; every other was not foreseen: it is logged, and leaves as one opaque INTERNAL with the request id.
 *
 * @param formatted as Apollo Server would send it.
 * @param error as it was thrown.
 * @param request.requestId the id by which the logged error is found again.
 * @param request.logger writes the request id with every line.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  request: { requestId: string; logger: Logger },
): GraphQLFormattedError {
  const { message, locations, path, extensions } = formatted;
  const where = { ...(locations && { locations }), ...(path && { path }) };
  const code = codeOf(extensions?.['code']);
  if (code !== 'INTERNAL') {
    const { stacktrace: _, ...rest } = extensions ?? {};
    return { message, ...where, extensions: { ...rest, code } };
  }
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  const refused = databaseError(cause);
  if (refused && isOutOfReach(refused)) {
    request.logger.warn({ err: cause, path: path?.join('.') }, 'The database does not answer.');
    return {
      message: 'The database does not answer at the moment: try again shortly.',
      ...where,
      extensions: { code: 'UPSTREAM_UNAVAILABLE' },
    };
  }
  const unread = unreadable[refused?.sqlState ?? ''];
  if (unread) return { message: unread, ...where, extensions: { code: 'BAD_USER_INPUT' } };
  request.logger.error({ err: cause, path: path?.join('.') }, 'A field failed that should not.');
  return {
    message: `Something went wrong on our side. If it persists, report it with the request id ${request.requestId}.`,
    ...where,
    extensions: { code, requestId: request.requestId },
  };
}

function codeOf(given: unknown): ErrorCode {
  const code = String(given);
  if (Object.hasOwn(errorCodes, code)) return code as ErrorCode;
  return (Object.hasOwn(asOurs, code) && asOurs[code]) || 'INTERNAL';
}
