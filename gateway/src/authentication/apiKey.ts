import { createHash, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { AuthenticationUnavailable, InvalidCredentials } from './authenticationError.ts';
import type { Caller } from './caller.ts';
import type { ReadViewer } from './viewerClaims.ts';

/**
 * Asks the people subgraph as the gateway itself.
 *
 * @returns the answer's `data`.
 * @throws Error when there is no answer, or one with errors.
 */
export type AskPeople = (query: string, variables: Record<string, unknown>) => Promise<unknown>;

const keyQuery = `query ApiKeyToCheck($id: String!) { apiKey(id: $id) { secretHash personId organisationId role scopes } }`;

const keyAnswer = z.object({
  apiKey: z
    .object({
      secretHash: z.string().regex(/^[0-9a-f]{64}$/),
      personId: z.string(),
      organisationId: z.string(),
      role: z.string(),
      scopes: z.array(z.string()),
    })
    .nullable(),
});

type StoredKey = NonNullable<z.infer<typeof keyAnswer>['apiKey']>;

/** How long a revoked key may still be taken, in milliseconds. */
const keyCacheMs = 60_000;

/**
 * Makes the check of private API keys, `Basic` credentials of `id:secret` (RFC 7617). Keys that are found
 * are kept for a minute; those that are not are asked for each time, so that a new one works at once.
 *
 * @returns a function from the credentials, in base64, to whom they were given; it throws InvalidCredentials, or
 *   AuthenticationUnavailable when the people subgraph does not answer.
 */
export function createApiKeyCheck(
  askPeople: AskPeople,
  readViewer: ReadViewer,
): (credentials: string) => Promise<Caller> {
  const keys = new LRUCache<string, StoredKey>({
    max: 1_000,
    ttl: keyCacheMs,
    perf: { now: () => Date.now() }, // the clock that tokens are measured by
    fetchMethod: async (id) => keyAnswer.parse(await askPeople(keyQuery, { id })).apiKey ?? undefined,
  });

  return async (credentials) => {
    const [id, secret] = readCredentials(credentials);
    let key: StoredKey | undefined;
    try {
      key = await keys.fetch(id);
    } catch (error) {
      throw new AuthenticationUnavailable(
        'Your API key cannot be checked, since the service people does not answer: try again shortly.',
        { cause: error },
      );
    }
    if (key === undefined || !matches(secret, key.secretHash)) {
      // One sentence for all, so that ids cannot be told from guesses.
      throw new InvalidCredentials(
        'Basic',
        'invalid_token',
        'The API key is unknown, revoked or expired, or its secret is wrong.',
      );
    }
    try {
      return { viewer: readViewer(key), clientId: id };
    } catch (error) {
      throw new InvalidCredentials(
        'Basic',
        'invalid_token',
        `The API key does not say who asks: ${(error as Error).message}.`,
      );
    }
  };
}

function readCredentials(credentials: string): [id: string, secret: string] {
  const match = /^([^:]{1,200}):(.{1,500})$/s.exec(Buffer.from(credentials, 'base64').toString('utf8'));
  if (!match)
    throw new InvalidCredentials(
      'Basic',
      'invalid_request',
      'Basic credentials are an API key written id:secret, in base64.',
    );
  return [match[1]!, match[2]!];
}

function matches(secret: string, secretHash: string): boolean {
  const digest = createHash('sha256').update(secret).digest();
  return timingSafeEqual(digest, Buffer.from(secretHash, 'hex'));
}
