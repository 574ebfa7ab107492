import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface TokenClaims {
  readonly subject: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly role: string;
  readonly scopes: readonly string[];
}

/** An issuer of access tokens for tests: a key of its own, served as a JWKS on a loopback port. */
export async function startIssuer(audience: string) {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256', use: 'sig' }] };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    audience,
    jwksUri: `${issuer}/jwks`,
    token: ({ subject, personId, organisationId, role, scopes }: TokenClaims) =>
      new SignJWT({ person_id: personId, org_id: organisationId, role, scope: scopes.join(' ') })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'test' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime('10m')
        .sign(privateKey),
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
