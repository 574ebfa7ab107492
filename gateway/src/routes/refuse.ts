import type { FastifyReply } from 'fastify';

/** How a route words a refusal of a request that has not reached the graph. */
export type Refuse = (
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  extensions?: Readonly<Record<string, unknown>>,
) => FastifyReply;

/** Answers in the form of a GraphQL error, for clients that read nothing else. */
export const refuse: Refuse = (reply, status, code, message, extensions = {}) =>
  reply
    .code(status)
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message, extensions: { code, ...extensions } }] }));
