import { importJWK, type JWK } from 'jose';
import * as oidc from 'openid-client';
import { Problem } from '../problem.ts';
import { toolClient } from './clients.ts';

/**
 * Gets an access token for a tool by its private key: it signs an assertion of a minute, and the key itself is never
 * sent (RFC 7523).
 *
 * @param options.privateJwk the private half of the key that is registered for the client.
 * @param options.scopes what to ask for.
 * @param options.audience the graph, as its tokens name it.
 * @throws Problem when the provider does not answer, or refuses.
 */
export async function signInByKey({
  issuer,
  privateJwk,
  clientId = toolClient,
  scopes,
  audience,
}: {
  issuer: string;
  privateJwk: JWK;
  clientId?: string;
  scopes: readonly string[];
  audience: string;
}): Promise<string> {
  const key = await importJWK(privateJwk, privateJwk.alg ?? 'Ed25519');
  if (key instanceof Uint8Array) throw new Problem('The key is no private key: a shared secret is none.');
  try {
    const config = await oidc.discovery(
      new URL(issuer),
      clientId,
      undefined,
      oidc.PrivateKeyJwt({ key, ...(privateJwk.kid && { kid: privateJwk.kid }) }),
      { execute: [oidc.allowInsecureRequests] },
    );
    // The local provider and those by the book know `resource`, Auth0 `audience`.
    const tokens = await oidc.clientCredentialsGrant(config, {
      scope: scopes.join(' '),
      resource: audience,
      audience,
    });
    return tokens.access_token;
  } catch (cause) {
    const why =
      cause instanceof oidc.ResponseBodyError
        ? (cause.error_description ?? cause.error)
        : (cause as Error).message;
    throw new Problem(`${issuer} gave no token for the key: ${why}`, { cause });
  }
}
