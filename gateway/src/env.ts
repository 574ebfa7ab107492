import { existsSync, readFileSync } from 'node:fs';
import { SettingsError, readEnvironment } from '@guildhall/kit/env';
import type { JWK } from 'jose';
import { z } from 'zod';
import { supergraphFile } from './supergraphFile.ts';
import type { GatewaySettings } from './server.ts';
import { subgraphNames } from './subgraphNames.ts';

const privateJwk = z.string().transform((text, context): JWK => {
  try {
    return z
      .looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid: z.string(), d: z.string() })
      .parse(JSON.parse(text));
  } catch {
    context.addIssue('it is not the JSON of a private Ed25519 key with a kid');
    return z.NEVER;
  }
});

const variables = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4000)
    .describe('the port to listen on, for example 4000'),
  HOST: z.string().default('127.0.0.1').describe('the address to listen on, for example 127.0.0.1'),
  OIDC_ISSUER: z
    .url()
    .describe('the identity provider, exactly as in its tokens, for example http://localhost:4010'),
  OIDC_AUDIENCE: z
    .string()
    .describe('the audience of access tokens, for example https://graph.guildhall.example'),
  OIDC_JWKS_URI: z
    .url()
    .optional()
    .describe("the issuer's keys, when its discovery document is not to be asked"),
  VIEWER_PRIVATE_KEY: privateJwk.describe('the private key that viewers are signed with, a JWK in JSON'),
  SUPERGRAPH_FILE: z.string().default(supergraphFile).describe('the file of the composed supergraph'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('the least level of log lines, for example info'),
});

/**
 * Reads the gateway's settings: those above, and `<SUBGRAPH>_URL` for each subgraph of the supergraph.
 *
 * @throws SettingsError naming every variable that is missing or wrong.
 */
export function readGatewaySettings(
  source: Record<string, string | undefined> = process.env,
): GatewaySettings & { logLevel: string } {
  const given = readEnvironment(variables, source);
  if (!existsSync(given.SUPERGRAPH_FILE)) {
    throw new SettingsError(
      `SUPERGRAPH_FILE names ${given.SUPERGRAPH_FILE}, which does not exist: compose it with \`npm run compose -w gateway\`.`,
    );
  }
  const supergraphSdl = readFileSync(given.SUPERGRAPH_FILE, 'utf8');
  const names = subgraphNames(supergraphSdl);
  const variableOf = (name: string) => `${name.toUpperCase()}_URL`;
  const urls = readEnvironment(
    z.object(
      Object.fromEntries(
        names.map((name) => [
          variableOf(name),
          z
            .url()
            .describe(
              `the GraphQL address of the service ${name}, for example http://127.0.0.1:4001/graphql`,
            ),
        ]),
      ),
    ),
    source,
  );
  return {
    port: given.PORT,
    host: given.HOST,
    issuer: given.OIDC_ISSUER,
    audience: given.OIDC_AUDIENCE,
    jwksUri: given.OIDC_JWKS_URI,
    viewerKey: given.VIEWER_PRIVATE_KEY,
    supergraphSdl,
    subgraphUrls: Object.fromEntries(names.map((name) => [name, urls[variableOf(name)]!])),
    logLevel: given.LOG_LEVEL,
  };
}
