import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { JSONWebKeySet, JWK } from 'jose';
import { z } from 'zod';

/** Who a request is made for. Ids are UUIDs; `role` is a persona's name, or an internal one. */
export interface Viewer {
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly role: string;
  readonly scopes: readonly string[];
}

/** Whoever acts for nobody: jobs, counts, seeds. The database shows them every row; no request of a person ends up here. */
export const system: Viewer = Object.freeze({
  personId: null,
  organisationId: null,
  role: 'system',
  scopes: Object.freeze([]),
});

/** Someone who did not sign in. The database shows them no rows. */
export const anonymous: Viewer = Object.freeze({
  personId: null,
  organisationId: null,
  role: 'anonymous',
  scopes: Object.freeze([]),
});

/** The headers by which the gateway hands a request over to a subgraph. */
export const viewerHeaders = {
  viewer: 'x-guildhall-viewer',
  organisation: 'x-org-id',
  requestId: 'x-request-id',
} as const;

/** The viewer of a request is missing, forged, expired or contradicts itself. */
export class InvalidViewer extends Error {
  override readonly name = 'InvalidViewer';
}

const issuer = 'guildhall-gateway';
const audience = 'guildhall-subgraphs';
const algorithm = 'EdDSA';
const lifetime = 60;
/** A cached assertion is renewed while it still has this many seconds, so that none ends on the way. */
const renewBefore = 20;
const clockTolerance = 5;
const cacheSize = 10_000;

const claimsSchema = z.object({
  person_id: z.string().nullable(),
  org_id: z.string().nullable(),
  role: z.string().min(1),
  scope: z.string(),
  exp: z.number(),
});

/** Makes a key pair for signing viewers: the private half for the gateway, the public set for the subgraphs. */
export async function generateViewerKeys(): Promise<{ privateJwk: JWK; publicJwks: JSONWebKeySet }> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const shared = { kid: await calculateJwkThumbprint(publicJwk), alg: algorithm, use: 'sig' };
  return {
    privateJwk: { ...(await exportJWK(privateKey)), ...shared },
    publicJwks: { keys: [{ ...publicJwk, ...shared }] },
  };
}

/**
 * Makes the function that turns a viewer into the headers a subgraph asks for: a JWT signed with EdDSA
 * that holds for 60 seconds, and the organisation, when there is one. Assertions are cached per viewer.
 *
 * @param privateJwk the private half of {@link generateViewerKeys}, with its `kid`.
 * @throws on the first call, when the key is no Ed25519 private key.
 */
export function createViewerSigner(privateJwk: JWK): (viewer: Viewer) => Promise<Record<string, string>> {
  const { kid } = privateJwk;
  if (!kid)
    throw new Error('The viewer key has no kid, by which subgraphs choose the key: generate a new one.');
  const key = importJWK(privateJwk, algorithm);
  key.catch(() => {}); // reported by the first call that awaits it
  const cache = new Map<string, { headers: Promise<Record<string, string>>; renewAt: number }>();

  async function sign(viewer: Viewer, now: number): Promise<Record<string, string>> {
    const { personId, organisationId, role, scopes } = viewer;
    const token = await new SignJWT({
      person_id: personId,
      org_id: organisationId,
      role,
      scope: scopes.join(' '),
    })
      .setProtectedHeader({ alg: algorithm, kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetime)
      .sign(await key);
    return {
      [viewerHeaders.viewer]: token,
      ...(organisationId && { [viewerHeaders.organisation]: organisationId }),
    };
  }

  return async (viewer) => {
    const now = Math.floor(Date.now() / 1000);
    const id = JSON.stringify([viewer.personId, viewer.organisationId, viewer.role, viewer.scopes]);
    const cached = cache.get(id);
    if (cached && now < cached.renewAt) return cached.headers;
    const headers = sign(viewer, now);
    remember(cache, id, { headers, renewAt: now + lifetime - renewBefore });
    return headers;
  };
}

/**
 * Makes the function that reads the viewer from a request's headers and checks it: signature, issuer,
 * audience, age, and that X-Org-ID equals the signed organisation.
 *
 * @param publicJwks the public keys of the gateways, several while keys are rotated.
 * @returns a function that throws {@link InvalidViewer} when the headers do not prove a viewer.
 */
export function createViewerVerifier(
  publicJwks: JSONWebKeySet,
): (headers: Record<string, string | string[] | undefined>) => Promise<Viewer> {
  const keys = createLocalJWKSet(publicJwks);
  // The gateway sends one assertion for many requests; its signature is checked once.
  const cache = new Map<string, { viewer: Viewer; expiresAt: number }>();

  async function verify(token: string): Promise<Viewer> {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [algorithm],
      issuer,
      audience,
      clockTolerance,
      maxTokenAge: lifetime,
    });
    const claims = claimsSchema.parse(payload);
    const viewer: Viewer = {
      personId: claims.person_id,
      organisationId: claims.org_id,
      role: claims.role,
      scopes: claims.scope === '' ? [] : claims.scope.split(' '),
    };
    remember(cache, token, { viewer, expiresAt: claims.exp + clockTolerance });
    return viewer;
  }

  return async (headers) => {
    const token = headers[viewerHeaders.viewer];
    if (typeof token !== 'string' || token === '') {
      throw new InvalidViewer(
        `The header ${viewerHeaders.viewer} is missing: send the request through the gateway.`,
      );
    }
    const cached = cache.get(token);
    const viewer =
      cached && Date.now() / 1000 < cached.expiresAt
        ? cached.viewer
        : await verify(token).catch((error: unknown) => {
            throw new InvalidViewer(
              `The header ${viewerHeaders.viewer} is not a valid assertion of the gateway: it is forged, expired or meant for others.`,
              { cause: error },
            );
          });
    if ((headers[viewerHeaders.organisation] ?? null) !== viewer.organisationId) {
      throw new InvalidViewer(
        `The header ${viewerHeaders.organisation} differs from the organisation that the gateway signed.`,
      );
    }
    return viewer;
  };
}

/** Keeps a bounded map: the oldest entry goes when it is full. */
function remember<V>(cache: Map<string, V>, key: string, value: V): void {
  cache.delete(key);
  if (cache.size >= cacheSize) {
    for (const oldest of cache.keys()) {
      cache.delete(oldest);
      break;
    }
  }
  cache.set(key, value);
}
