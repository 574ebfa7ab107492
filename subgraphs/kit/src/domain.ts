import { readFileSync } from 'node:fs';
import type { PrismaPg } from '@prisma/adapter-pg';
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { createDatabase, type PrismaClientLike, type Statement } from './database.ts';
import type { SettingInForce } from './env.ts';
import { type Figure, showFigures } from './figure.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { readProcessSettings, runProcess } from './runProcess.ts';
import { tracingOf } from './serviceSettings.ts';
import { type RunningSubgraph, startSubgraph } from './subgraph.ts';
import { type Telemetry, createTelemetry } from './telemetry.ts';

/** What a domain is made of; everything else is the same for all of them. */
export interface Domain<Client> {
  /** Its name, also that of its PostgreSQL schema. */
  readonly name: string;
  /** Its schema.graphql. */
  readonly schemaFile: URL;
  readonly resolvers: object;
  readonly createClient: (adapter: PrismaPg) => Client;
  /** What the business looks at, counted for the metrics. */
  readonly figures?: readonly Figure[];
}

export interface StartDomainOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** The loopback address by default. */
  readonly host?: string;
  /** The address of the domain's service role. */
  readonly databaseUrl: string;
  /** The public keys of the gateway. */
  readonly viewerJwks: JSONWebKeySet;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** What is deployed, for `/status`. */
  readonly version?: string;
  readonly commit?: string | undefined;
  /** The settings and where each came from, for `/status`. */
  readonly settings?: readonly SettingInForce[] | undefined;
  /** The subgraph closes it when it is closed. */
  readonly telemetry?: Telemetry;
  /** Called after each SQL statement; tests count with it. */
  readonly onStatement?: (statement: Statement) => void;
}

/** Starts a domain's subgraph with its database. */
export type StartDomain = (options: StartDomainOptions) => Promise<RunningSubgraph>;

/**
 * Makes the function that starts a domain's subgraph, in a process of its own or beside others.
 */
export function defineDomain<Client extends PrismaClientLike>(domain: Domain<Client>): StartDomain {
  const { name, schemaFile, resolvers, createClient, figures = [] } = domain;
  return ({ databaseUrl, onStatement, ...options }) => {
    const { metrics, logger } = options;
    const database = createDatabase({ url: databaseUrl, schema: name, createClient, onStatement, metrics });
    showFigures(figures, { metrics, read: database.read, logger });
    return startSubgraph({
      ...options,
      name,
      typeDefs: readFileSync(schemaFile, 'utf8'),
      resolvers,
      database,
      lastMigration: async () => {
        const { rows }: { rows: { name: string }[] } = await database.pool.query(
          `select migration_name as name from "${name}"._prisma_migrations
           where finished_at is not null and rolled_back_at is null order by migration_name desc limit 1`,
        );
        return rows[0]?.name ?? null;
      },
    });
  };
}

/**
 * Runs a domain's subgraph as a process of its own, see {@link runProcess}, by settings of the environment: PORT,
 * <DOMAIN>_DATABASE_URL, VIEWER_JWKS, and at will HOST, LOG_LEVEL, VERSION, COMMIT and those of tracing.
 */
export async function runDomain(name: string, start: StartDomain): Promise<void> {
  await runProcess(async () => start(await settingsOf(name)));
}

async function settingsOf(name: string): Promise<StartDomainOptions> {
  const { environment, databaseUrl, inForce } = readProcessSettings(name, 4001, {
    VIEWER_JWKS: z
      .string()
      .transform((text, context) => {
        const jwks = parseJwks(text);
        if (!jwks) context.addIssue('it is no JSON Web Key Set');
        return jwks ?? z.NEVER;
      })
      .describe('the public keys of the gateway, a JSON Web Key Set'),
  });
  return {
    port: environment.PORT,
    host: environment.HOST,
    databaseUrl,
    viewerJwks: environment.VIEWER_JWKS,
    version: environment.VERSION,
    commit: environment.COMMIT,
    settings: inForce,
    telemetry: await createTelemetry({ service: name, ...tracingOf(environment) }),
    logger: createLogger({ name, level: environment.LOG_LEVEL }),
    metrics: createMetrics(name),
  };
}

const jwksSchema = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

function parseJwks(text: string): JSONWebKeySet | undefined {
  try {
    return jwksSchema.parse(JSON.parse(text)) as JSONWebKeySet;
  } catch {
    return undefined;
  }
}
