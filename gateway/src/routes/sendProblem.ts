import type { FastifyReply } from 'fastify';
import type { Problem } from '../rest/problem.ts';

/** The media type of problem details (RFC 9457). */
export const problemForm = 'application/problem+json';

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, { status, headers, body }: Problem): FastifyReply {
  return reply
    .code(status)
    .headers(headers)
    .header('content-type', `${problemForm}; charset=utf-8`)
    .send(JSON.stringify(body));
}
