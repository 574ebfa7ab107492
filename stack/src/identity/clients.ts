import type { JWK } from 'jose';
import type { ClientMetadata } from 'oidc-provider';

/** The client of the explorers. */
const explorerClient = 'guildhall-explorer';

/** The client that `npm run token` signs in with. */
export const commandLineClient = 'guildhall-cli';

/** The client of a tool of support staff, which proves who it is by a private key. */
export const toolClient = 'guildhall-tool';

/** Where the command line reads its code from; nothing listens there, the redirect is not followed. */
export const commandLineRedirect = 'http://127.0.0.1/callback';

/** Where the provider's own page for people reads its code from. */
export const tokenPagePath = '/token-page';

const paths = [tokenPagePath, '/callback', '/auth/callback', '/explorer/callback'];
const hosts = ['localhost', '127.0.0.1'];

/**
 * The client of a tool: by the public half of its key alone (RFC 7523), for itself (client credentials).
 *
 * @param publicJwk the public half; what else the key says stays out.
 */
export const toolClientOf = ({ kty, crv, x, kid }: JWK): ClientMetadata => ({
  client_id: toolClient,
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'Ed25519',
  jwks: { keys: [{ kty, crv, x, kid, alg: 'Ed25519', use: 'sig' }] } as ClientMetadata['jwks'],
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
});

/** Those of people are public and use PKCE. As native ones, they may come back to any port of this machine (RFC 8252). */
export const clients: ClientMetadata[] = [explorerClient, commandLineClient, 'guildhall-web'].map(
  (client_id) => ({
    client_id,
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: hosts.flatMap((host) => paths.map((path) => `http://${host}${path}`)),
    post_logout_redirect_uris: hosts.flatMap((host) =>
      ['/', '/signed-out', '/explorer/'].map((path) => `http://${host}${path}`),
    ),
  }),
);
