import { readFileSync } from 'node:fs';
import { readPersonas } from '@guildhall/gateway/personas';
import { z } from 'zod';
import { findRunningStack } from './dataDirectory.ts';
import { signInByKey } from './identity/signInByKey.ts';
import { Problem } from './problem.ts';
import { readSettings } from './settings.ts';

const privateKey = z.looseObject({ kty: z.enum(['OKP', 'EC', 'RSA']), d: z.string() });

/**
 * Gets an access token for a tool of support staff by its private key, from the local provider or from the one that
 * `OIDC_ISSUER` names.
 *
 * @param file the private key, a JWK in JSON.
 * @param clientId the tool at the provider; the local one when left out.
 * @throws Problem when there is no such key, no provider answers, or it refuses.
 */
export async function fetchToolToken(file: string, clientId?: string): Promise<string> {
  const { dataDirectory, oidcIssuer, oidcAudience } = readSettings();
  const issuer = oidcIssuer ?? findRunningStack(dataDirectory)?.issuer;
  if (issuer === undefined) {
    throw new Problem(
      `No stack with an identity provider runs on ${dataDirectory}: start one with npm start, or set OIDC_ISSUER.`,
    );
  }
  return signInByKey({
    issuer,
    privateJwk: readKey(file),
    clientId,
    scopes: readPersonas().get('company')!.scopes,
    audience: oidcAudience,
  });
}

function readKey(file: string) {
  try {
    return privateKey.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Problem(
      `${file} is no private key: it has to be a JWK in JSON, with its alg when that is not Ed25519.`,
      { cause },
    );
  }
}
