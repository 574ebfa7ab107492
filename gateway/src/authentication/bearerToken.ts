import { type JWTPayload, type JWTVerifyGetKey, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { request } from 'undici';
import { z } from 'zod';
import { AuthenticationUnavailable, InvalidCredentials } from './authenticationError.ts';
import type { Caller } from './caller.ts';
import type { ReadViewer } from './viewerClaims.ts';

/** How access tokens are checked. */
export interface BearerSettings {
  issuer: string;
  audience: string;
  /** The issuer's keys; looked up in its discovery document when left out. */
  jwksUri?: string;
  /** How long after fetching the keys an unknown one does not make them be fetched again; 30 s when left out. */
  keyCooldownMs?: number;
}

const leewaySeconds = 5;
const lookupTimeoutMs = 5_000;

/** How long a token that held is taken without checking its signature again, in milliseconds. */
const tokenCacheMs = 60_000;

/**
 * Makes the check of access tokens (RFC 9068, RFC 8725): RS256 or ES256, by the issuer's published keys.
 * Keys are cached for ten minutes; an unknown one makes them be fetched again, but not more often than
 * the cooldown allows. A token that held is not checked again for a minute, or until it expires.
 *
 * @returns a function from a token to whom it was given; it throws InvalidCredentials, or
 *   AuthenticationUnavailable when the issuer's keys cannot be had.
 */
export function createBearerCheck(
  settings: BearerSettings,
  readViewer: ReadViewer,
): (token: string) => Promise<Caller> {
  const keyOf = issuerKeys(settings);
  const checked = new LRUCache<string, { caller: Caller; until: number }>({ max: 1_000 });
  return async (token) => {
    const known = checked.get(token);
    if (known && Date.now() < known.until) return known.caller;
    let payload: JWTPayload;
    try {
      const verified = await jwtVerify(token, keyOf, {
        issuer: settings.issuer,
        audience: settings.audience,
        algorithms: ['RS256', 'ES256'],
        clockTolerance: leewaySeconds,
        requiredClaims: ['exp', 'sub'],
      });
      if (!/^(application\/)?(at\+)?jwt$/i.test(verified.protectedHeader.typ ?? '')) {
        throw new InvalidCredentials(
          'Bearer',
          'invalid_token',
          'The token is not an access token (typ at+jwt or JWT).',
        );
      }
      payload = verified.payload;
    } catch (error) {
      if (error instanceof InvalidCredentials || error instanceof AuthenticationUnavailable) throw error;
      throw new InvalidCredentials('Bearer', 'invalid_token', reasonOf(error), { cause: error });
    }
    try {
      const viewer = readViewer({
        personId: payload.person_id,
        // Auth0 keeps org_id to its own organisations: a claim of that name that an action sets is left out.
        organisationId: payload.organisation_id ?? payload.org_id,
        role: payload.role,
        scopes: typeof payload.scope === 'string' ? payload.scope.split(' ') : [],
      });
      const end = (payload.exp! + leewaySeconds) * 1000;
      const caller = { viewer, clientId: clientOf(payload) };
      checked.set(token, { caller, until: Math.min(end, Date.now() + tokenCacheMs) });
      return caller;
    } catch (error) {
      const description = `The access token does not say who asks: ${(error as Error).message}.`;
      throw new InvalidCredentials('Bearer', 'invalid_token', description);
    }
  };
}

/** The client that a token was given to: `client_id` (RFC 9068), or `azp`, as Auth0 has it. */
function clientOf({ client_id: clientId, azp }: JWTPayload): string | null {
  if (typeof clientId === 'string') return clientId;
  return typeof azp === 'string' ? azp : null;
}

/** The issuer's keys. Whatever keeps them from being fetched is no fault of the token. */
function issuerKeys({ issuer, jwksUri, keyCooldownMs = 30_000 }: BearerSettings): JWTVerifyGetKey {
  let keys: JWTVerifyGetKey | undefined;
  return async (header, token) => {
    try {
      keys ??= createRemoteJWKSet(new URL(jwksUri ?? (await discoverJwksUri(issuer))), {
        cooldownDuration: keyCooldownMs,
        timeoutDuration: lookupTimeoutMs,
      });
      return await keys(header, token);
    } catch (error) {
      const isAboutToken =
        error instanceof errors.JWKSNoMatchingKey ||
        error instanceof errors.JWKSMultipleMatchingKeys ||
        error instanceof errors.JOSENotSupported;
      if (isAboutToken) throw error;
      throw new AuthenticationUnavailable(
        'Your access token cannot be checked, since the keys of its issuer cannot be fetched: try again shortly.',
        { cause: error },
      );
    }
  };
}

const discoveryDocument = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** The issuer's `jwks_uri` (OpenID Connect Discovery 1.0, section 4). */
async function discoverJwksUri(issuer: string): Promise<string> {
  const { body } = await request(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(lookupTimeoutMs),
  });
  const document = discoveryDocument.parse(await body.json());
  if (document.issuer !== issuer)
    throw new Error(`The discovery document of ${issuer} is that of ${document.issuer}.`);
  return document.jwks_uri;
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'The access token has expired: get a new one.';
  if (error instanceof errors.JWTClaimValidationFailed) {
    switch (error.claim) {
      case 'iss':
        return 'The access token is from another issuer.';
      case 'aud':
        return 'The access token is for another audience.';
      case 'nbf':
        return 'The access token is not valid yet.';
      default:
        return `The claim ${error.claim} of the access token is missing or wrong.`;
    }
  }
  if (error instanceof errors.JOSEAlgNotAllowed)
    return 'The access token has to be signed with RS256 or ES256.';
  if (error instanceof errors.JWKSNoMatchingKey)
    return 'The access token is signed with a key its issuer does not publish.';
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return 'The signature of the access token does not hold.';
  return 'The access token is malformed.';
}
