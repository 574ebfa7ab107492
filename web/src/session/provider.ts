import * as oidc from 'openid-client';
import { settings } from '../env.ts';

/** As whom this app speaks to the provider: for its pages, or for the explorer in them. */
export type OidcClient = 'web' | 'explorer';

const discovered = new Map<OidcClient, Promise<oidc.Configuration>>();

/** The identity provider, as its discovery document says; asked for once, and again after a failure. */
export function provider(client: OidcClient = 'web'): Promise<oidc.Configuration> {
  let found = discovered.get(client);
  if (!found) {
    found = discover(client).catch((error: unknown) => {
      discovered.delete(client);
      throw error;
    });
    discovered.set(client, found);
  }
  return found;
}

async function discover(client: OidcClient): Promise<oidc.Configuration> {
  const { issuer, explorerClientId, ...web } = settings();
  const clientId = client === 'explorer' ? explorerClientId : web.clientId;
  // The explorer is a public client everywhere.
  const clientSecret = client === 'explorer' ? undefined : web.clientSecret;
  const address = new URL(issuer);
  // Only a provider on this machine may do without https.
  const execute =
    address.protocol === 'http:' && address.hostname === 'localhost' ? [oidc.allowInsecureRequests] : [];
  const authentication = clientSecret === undefined ? oidc.None() : oidc.ClientSecretPost(clientSecret);
  return oidc.discovery(address, clientId, undefined, authentication, { execute, timeout: 10 });
}
