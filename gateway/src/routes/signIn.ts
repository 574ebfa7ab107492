import type { Viewer } from '@guildhall/kit/viewer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { createAuthentication } from '../authentication/authenticate.ts';
import {
  AuthenticationUnavailable,
  InvalidCredentials,
  challenge,
} from '../authentication/authenticationError.ts';

declare module 'fastify' {
  interface FastifyRequest {
    requestId: string;
    /** Who asks; set where {@link createSignIn}'s hook has run. */
    viewer: Viewer;
  }
}

/** How a route that speaks another language than GraphQL words a refusal. */
export type Refuse = (reply: FastifyReply, status: number, code: string, message: string) => FastifyReply;

/**
 * Makes the hook by which a route learns who asks, before the body is read: who is refused need not be listened to.
 *
 * @returns a function from the route's own way of refusing to its `onRequest` hook.
 */
export function createSignIn(
  authenticate: ReturnType<typeof createAuthentication>,
  logger: Logger,
): (refuse: Refuse) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | void> {
  return (refuse) => async (request, reply) => {
    try {
      request.viewer = await authenticate(request.raw.rawHeaders);
    } catch (error) {
      if (error instanceof InvalidCredentials) {
        return refuse(
          reply.header('www-authenticate', challenge(error)),
          401,
          'UNAUTHENTICATED',
          error.message,
        );
      }
      if (error instanceof AuthenticationUnavailable) {
        logger.warn({ err: error, requestId: request.requestId }, 'Credentials cannot be checked.');
        return refuse(reply.header('retry-after', '5'), 503, 'UPSTREAM_UNAVAILABLE', error.message);
      }
      throw error;
    }
  };
}
