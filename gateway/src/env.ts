import { existsSync, readFileSync } from 'node:fs';
import { SettingsError, readEnvironment, settingsInForce } from '@guildhall/kit/env';
import { serviceSettings, tracingOf } from '@guildhall/kit/serviceSettings';
import type { JWK } from 'jose';
import { z } from 'zod';
import { limitSettings, limitsOf } from './limits/limits.ts';
import { supergraphFile } from './supergraphFile.ts';
import type { GatewaySettings } from './server.ts';
import { subgraphAddresses, subgraphNames } from './subgraphNames.ts';
import { type TrustedDocuments, readTrustedDocuments, trustedDocumentsFolder } from './trustedDocuments.ts';

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

const port = z.coerce.number().int().min(0).max(65_535);
const supergraphSetting = z.string().default(supergraphFile).describe('the file of the composed supergraph');
const listening = serviceSettings.extend({
  PORT: port.default(4000).describe('the port to listen on, for example 4000'),
  HOST: z.string().default('127.0.0.1').describe('the address to listen on, for example 127.0.0.1'),
  OPERATIONS_PORT: port
    .optional()
    .describe('the port of /status and /metrics, for operators alone, for example 4090'),
  ...limitSettings.shape,
});

const variables = listening.extend({
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
  EXPLORER_CLIENT_ID: z
    .string()
    .default('guildhall-explorer')
    .describe('the id of the explorer at the identity provider, none to turn the explorer off'),
  REST_DOCS: z
    .enum(['public', 'explorers'])
    .default('public')
    .describe('who reads the documentation at /rest: public, or explorers for the scope explorer:use'),
  SUPERGRAPH_FILE: supergraphSetting,
  TRUSTED_DOCUMENTS: z
    .string()
    .default(trustedDocumentsFolder)
    .describe('the folder with the registered operations of clients, for example /etc/guildhall/documents'),
});

/** The gateway's settings, and how much it logs. */
export type ReadSettings = GatewaySettings & { logLevel: string; tracing: ReturnType<typeof tracingOf> };

/**
 * Reads the gateway's settings: those above, and `<SUBGRAPH>_URL` for each subgraph of the supergraph.
 *
 * @throws SettingsError naming every variable that is missing or wrong.
 */
export function readGatewaySettings(source: Record<string, string | undefined> = process.env): ReadSettings {
  const given = readEnvironment(variables, source);
  const supergraphSdl = readSupergraph(given.SUPERGRAPH_FILE);
  const names = subgraphNames(supergraphSdl);
  const variableOf = (name: string) => `${name.toUpperCase()}_URL`;
  const addresses = z.object(
    Object.fromEntries(
      names.map((name) => [
        variableOf(name),
        z
          .url()
          .describe(`the GraphQL address of the service ${name}, for example http://127.0.0.1:4001/graphql`),
      ]),
    ),
  );
  const urls = readEnvironment(addresses, source);
  let trustedDocuments: TrustedDocuments;
  try {
    trustedDocuments = readTrustedDocuments(given.TRUSTED_DOCUMENTS);
  } catch (error) {
    throw new SettingsError(`TRUSTED_DOCUMENTS: ${(error as Error).message}`);
  }
  return {
    ...listeningOf(given),
    inForce: settingsInForce(variables.extend(addresses.shape), ['VIEWER_PRIVATE_KEY'], source),
    protection: {
      issuer: given.OIDC_ISSUER,
      audience: given.OIDC_AUDIENCE,
      jwksUri: given.OIDC_JWKS_URI,
      viewerKey: given.VIEWER_PRIVATE_KEY,
    },
    restDocs: given.REST_DOCS,
    ...(given.EXPLORER_CLIENT_ID !== 'none' && { explorerClientId: given.EXPLORER_CLIENT_ID }),
    supergraphSdl,
    subgraphUrls: Object.fromEntries(names.map((name) => [name, urls[variableOf(name)]!])),
    trustedDocuments,
  };
}

/**
 * Reads the settings of a gateway without access rules: PORT, HOST, LOG_LEVEL, the limits, and SUPERGRAPH_FILE, any
 * supergraph, whose own addresses of subgraphs are taken.
 *
 * @throws SettingsError naming every variable that is missing or wrong.
 */
export function readUnprotectedSettings(
  source: Record<string, string | undefined> = process.env,
): ReadSettings {
  const given = readEnvironment(listening.extend({ SUPERGRAPH_FILE: supergraphSetting }), source);
  const supergraphSdl = readSupergraph(given.SUPERGRAPH_FILE);
  return {
    ...listeningOf(given),
    protection: null,
    supergraphSdl,
    subgraphUrls: subgraphAddresses(supergraphSdl),
  };
}

function listeningOf(given: z.output<typeof listening>) {
  return {
    port: given.PORT,
    host: given.HOST,
    logLevel: given.LOG_LEVEL,
    version: given.VERSION,
    commit: given.COMMIT,
    tracing: tracingOf(given),
    operationsPort: given.OPERATIONS_PORT,
    limits: limitsOf(given),
  };
}

function readSupergraph(file: string): string {
  if (!existsSync(file)) {
    throw new SettingsError(
      `SUPERGRAPH_FILE names ${file}, which does not exist: compose it with \`npm run graph:compose\`.`,
    );
  }
  return readFileSync(file, 'utf8');
}
