import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import {
  AuthenticationUnavailable,
  InvalidCredentials,
  challenge,
} from '../authentication/authenticationError.ts';
import type { Caller } from '../authentication/caller.ts';
import { type Limits, limitExceeded } from '../limits/limits.ts';
import type { Observation } from './observation.ts';
import type { Refuse } from './refuse.ts';

declare module 'fastify' {
  interface FastifyRequest {
    requestId: string;
    /** Who asks; set where the hook of {@link createSignIn} has run. */
    caller: Caller;
  }
}

/**
 * Makes the hook by which a route learns who asks, and whether they have not asked too often, before the body is
 * read: who is refused need not be listened to. All routes count together.
 *
 * @returns a function from the route's own way of refusing to its `onRequest` hook.
 */
export function createSignIn(
  app: FastifyInstance,
  {
    authenticate,
    limits,
    observation,
    logger,
  }: {
    authenticate: (rawHeaders: readonly string[]) => Promise<Caller>;
    limits: Limits;
    observation: Observation;
    logger: Logger;
  },
): (refuse: Refuse) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | void> {
  const countRequest =
    limits.requests === 0
      ? undefined
      : app.createRateLimit({
          max: limits.requests,
          timeWindow: limits.windowSeconds * 1000,
          keyGenerator: ({ caller: { viewer, clientId }, ip }) =>
            clientId === null && viewer.personId === null
              ? ip
              : `${clientId} ${viewer.personId} ${viewer.organisationId} ${viewer.role}`,
        });

  return (refuse) => async (request, reply) => {
    try {
      request.caller = await authenticate(request.raw.rawHeaders);
    } catch (error) {
      if (error instanceof InvalidCredentials) {
        observation.refused('UNAUTHENTICATED');
        reply.header('www-authenticate', challenge(error));
        return refuse(reply, 401, 'UNAUTHENTICATED', error.message);
      }
      if (error instanceof AuthenticationUnavailable) {
        observation.refused('UPSTREAM_UNAVAILABLE');
        logger.warn({ err: error, requestId: request.requestId }, 'Credentials cannot be checked.');
        return refuse(reply.header('retry-after', '5'), 503, 'UPSTREAM_UNAVAILABLE', error.message);
      }
      throw error;
    }
    const count = await countRequest?.(request);
    if (!count || count.isAllowed) return;
    reply.headers({
      'ratelimit-limit': count.max,
      'ratelimit-remaining': count.remaining,
      'ratelimit-reset': count.ttlInSeconds,
    });
    if (!count.isExceeded) return;
    observation.refused('LIMIT_REQUESTS');
    const { message, extensions } = limitExceeded('requests', limits);
    const { code: _code, http: _http, ...rest } = extensions;
    return refuse(reply.header('retry-after', count.ttlInSeconds), 429, 'LIMIT_EXCEEDED', message, rest);
  };
}
