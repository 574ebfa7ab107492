import { startGateway } from '@guildhall/gateway/server';
import { readPersonas } from '@guildhall/gateway/personas';
import { composeSupergraph } from '@guildhall/gateway/compose';
import type { StartDomain } from '@guildhall/kit/domain';
import type { Limits } from '@guildhall/gateway/limits';
import { type Logger, createLogger } from '@guildhall/kit/logger';
import { createMetrics } from '@guildhall/kit/metrics';
import { type Telemetry, noTelemetry } from '@guildhall/kit/telemetry';
import { countStatements } from '@guildhall/kit/testing';
import { generateViewerKeys } from '@guildhall/kit/viewer';
import { domains } from '@guildhall/prisma/domains';
import { createTestDatabase } from '@guildhall/prisma/testing';
import { accounts } from '@guildhall/seeds/accounts';
import { seedAll } from '@guildhall/seeds/seed';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import type { OracleViewer, Persona } from './expectation.ts';
import { startIssuer } from './issuer.ts';

/** What the graph answered over HTTP. */
export interface Answer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are compared, not typed
  data?: any;
  errors?: { message: string; extensions: Record<string, unknown> }[];
}

/**
 * The whole graph in this process, over real HTTP and a database of its own with a little seed data: issuer,
 * subgraphs, gateway.
 */
export async function startGraph(
  scale: number,
  {
    logger = createLogger({ name: 'test', level: 'silent' }),
    telemetryOf = async () => noTelemetry,
    limits = {},
  }: {
    logger?: Logger;
    telemetryOf?: (service: string) => Promise<Telemetry>;
    limits?: Partial<Limits>;
  } = {},
) {
  const database = await createTestDatabase();
  const serviceUrls = Object.fromEntries(domains.map((domain) => [domain, database.serviceUrl(domain)]));
  await seedAll({ serviceUrls, scale });

  const { privateJwk, publicJwks } = await generateViewerKeys();
  const counter = countStatements();
  const subgraphs = await Promise.all(
    domains.map(async (domain) => {
      const { start } = (await import(`@guildhall/${domain}/subgraph`)) as { start: StartDomain };
      return start({
        port: 0,
        databaseUrl: serviceUrls[domain]!,
        viewerJwks: publicJwks,
        logger,
        metrics: createMetrics(domain),
        telemetry: await telemetryOf(domain),
        onStatement: counter.onStatement,
      });
    }),
  );
  const issuer = await startIssuer('https://graph.guildhall.example');
  const gateway = await startGateway({
    settings: {
      port: 0,
      host: '127.0.0.1',
      protection: {
        issuer: issuer.issuer,
        audience: issuer.audience,
        jwksUri: issuer.jwksUri,
        viewerKey: privateJwk,
      },
      limits: { requests: 0, ...limits },
      subgraphUrls: Object.fromEntries(subgraphs.map(({ name, url }) => [name, `${url}/graphql`])),
      supergraphSdl: composeSupergraph().supergraphSdl,
    },
    logger,
    metrics: createMetrics('gateway'),
    telemetry: await telemetryOf('gateway'),
  });

  const tokens = new Map<Persona, string>();
  for (const [role, { scopes }] of readPersonas()) {
    const { personId, organisationId } = viewerOf(role as Persona);
    const claims = { subject: `test|${role}`, personId, organisationId, role, scopes };
    tokens.set(role as Persona, await issuer.token(claims));
  }

  async function query(persona: Persona, document: string, variables = {}): Promise<Answer> {
    const token = tokens.get(persona);
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ query: document, variables }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  }

  return {
    adminUrl: database.adminUrl,
    /** The addresses of the services' roles, by domain. */
    serviceUrls,
    url: gateway.url,
    operationsUrl: gateway.operationsUrl,
    /** Without a path, by domain. */
    subgraphUrls: Object.fromEntries(subgraphs.map(({ name, url }) => [name, url])),
    /** The access token of a persona. */
    tokenOf: (persona: Persona) => tokens.get(persona)!,
    query,
    /** Counts the statements of all subgraphs. */
    during: counter.during,
    /** The schema that clients see. */
    async schema() {
      return buildClientSchema((await query('company', getIntrospectionQuery())).data);
    },
    async close() {
      await gateway.close();
      await Promise.all(subgraphs.map((subgraph) => subgraph.close()));
      await issuer.close();
      await database.drop();
    },
  };
}

/** Who asks in the name of a persona: its account in the seed data; machines borrow the company's. */
export function viewerOf(persona: Persona): OracleViewer {
  const { personId, organisationId } = accounts[persona as keyof typeof accounts] ?? accounts.company;
  return { persona, personId, organisationId };
}
