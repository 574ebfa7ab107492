import type { GraphQLFormattedError } from 'graphql';
import { Problem, type ProblemCode, problemKinds } from './problem.ts';

/** Which of several errors an answer is about: the first of these that there is. */
const byWeight: readonly ProblemCode[] = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'LIMIT_EXCEEDED',
  'BAD_USER_INPUT',
  'UPSTREAM_UNAVAILABLE',
  'NOT_FOUND',
];

/** Statuses of limits, where they are not 400. */
const limitStatus: Readonly<Record<string, number>> = {
  bodyBytes: 413,
  requests: 429,
  operationSeconds: 504,
};

/** Seconds after which a service may answer again. */
const retryAfter = '5';

/** The problem that errors of the graph come to. */
export function graphProblem(errors: readonly GraphQLFormattedError[], requestId: string): Problem {
  const codeOf = (error: GraphQLFormattedError) => String(error.extensions?.['code']);
  for (const code of byWeight) {
    const error = errors.find((candidate) => codeOf(candidate) === code);
    if (!error) continue;
    return codedProblem(code, error.message, error.extensions);
  }
  return codedProblem(
    'INTERNAL',
    `Something went wrong on our side. If it persists, report it with the request id ${requestId}.`,
    { requestId },
  );
}

/** The problem of a code that the graph and the routes of the gateway have for errors. */
export function codedProblem(
  code: string,
  detail: string,
  given: Readonly<Record<string, unknown>> = {},
  status?: number,
): Problem {
  const { code: _code, http: _http, stacktrace: _stack, ...extensions } = given;
  const known = Object.hasOwn(problemKinds, code) ? (code as ProblemCode) : 'INTERNAL';
  const limited = known === 'LIMIT_EXCEEDED' ? limitStatus[String(extensions['limit'])] : undefined;
  return new Problem(known, {
    detail,
    status: status ?? limited,
    extensions,
    headers: {
      ...(known === 'UNAUTHENTICATED' && { 'www-authenticate': 'Bearer realm="guildhall"' }),
      ...(known === 'UPSTREAM_UNAVAILABLE' &&
        extensions['retryable'] !== false && { 'retry-after': retryAfter }),
    },
  });
}
