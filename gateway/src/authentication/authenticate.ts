import { anonymous } from '@guildhall/kit/viewer';
import type { Personas } from '../personas.ts';
import { type AskPeople, createApiKeyCheck } from './apiKey.ts';
import { InvalidCredentials } from './authenticationError.ts';
import { type BearerSettings, createBearerCheck } from './bearerToken.ts';
import type { Caller } from './caller.ts';
import { createViewerReader } from './viewerClaims.ts';

/**
 * Makes the gateway's answer to "who asks?".
 *
 * @returns a function from a request's raw headers (names and values in turn, as Node has them) to the
 *   caller. Only a request without any `Authorization` is anonymous; everything else has to hold.
 *   It throws InvalidCredentials, or AuthenticationUnavailable.
 */
export function createAuthentication({
  bearer,
  askPeople,
  personas,
}: {
  bearer: BearerSettings;
  askPeople: AskPeople;
  personas: Personas;
}): (rawHeaders: readonly string[]) => Promise<Caller> {
  const readViewer = createViewerReader(personas);
  const checkBearer = createBearerCheck(bearer, readViewer);
  const checkApiKey = createApiKeyCheck(askPeople, readViewer);

  return async (rawHeaders) => {
    // Node keeps the first of several in `headers`, silently; all of them stand in `rawHeaders`.
    const given = rawHeaders.filter(
      (_, i) => i % 2 === 1 && rawHeaders[i - 1]!.toLowerCase() === 'authorization',
    );
    if (given.length === 0) return { viewer: anonymous, clientId: null };
    if (given.length > 1) {
      throw new InvalidCredentials(
        null,
        'invalid_request',
        'Two credentials were given: send one Authorization header.',
      );
    }
    // RFC 7235, section 2.1: a scheme in any case, then its credentials.
    const [, scheme, credentials] = /^(bearer|basic) +([A-Za-z0-9._~+/-]+=*)$/i.exec(given[0]!) ?? [];
    if (scheme === undefined || credentials === undefined) {
      throw new InvalidCredentials(
        null,
        'invalid_request',
        'The Authorization header is malformed: send Bearer and an access token, or Basic and an API key.',
      );
    }
    return scheme.toLowerCase() === 'bearer' ? checkBearer(credentials) : checkApiKey(credentials);
  };
}
