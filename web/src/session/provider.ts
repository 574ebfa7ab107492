import * as oidc from 'openid-client';
import { settings } from '../env.ts';

let discovered: Promise<oidc.Configuration> | undefined;

/** The identity provider, as its discovery document says; asked for once, and again after a failure. */
export function provider(): Promise<oidc.Configuration> {
  discovered ??= discover().catch((error: unknown) => {
    discovered = undefined;
    throw error;
  });
  return discovered;
}

async function discover(): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret } = settings();
  const address = new URL(issuer);
  // Only a provider on this machine may do without https.
  const execute =
    address.protocol === 'http:' && address.hostname === 'localhost' ? [oidc.allowInsecureRequests] : [];
  const authentication = clientSecret === undefined ? oidc.None() : oidc.ClientSecretPost(clientSecret);
  return oidc.discovery(address, clientId, undefined, authentication, { execute, timeout: 10 });
}
