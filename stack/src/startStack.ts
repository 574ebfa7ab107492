import { setTimeout } from 'node:timers/promises';
import { readPersonas } from '@guildhall/gateway/personas';
import { createLogger } from '@guildhall/kit/logger';
import { domains } from '@guildhall/prisma/domains';
import { accounts } from '@guildhall/seeds/accounts';
import { holdDataDirectory } from './dataDirectory.ts';
import { createLoginClaimsReader } from './identity/readLoginClaims.ts';
import { readKeys } from './keys.ts';
import { ensureApiKeys, type ApiKeys } from './parts/apiKeys.ts';
import { startDatabase, type RunningDatabase } from './parts/database.ts';
import type { GraphOptions, RunningGraph } from './parts/graph.ts';
import { startWeb } from './parts/web.ts';
import { requireFreePort } from './port.ts';
import { Problem } from './problem.ts';
import type { Progress } from './progress.ts';
import { portSetting, type StackSettings, workerPortSetting } from './settings.ts';

/** How much of the stack to start: the database; with it the graph; or everything, sign-in included. */
export type Extent = 'db' | 'api' | 'all';

export interface StackOptions {
  settings: StackSettings;
  extent: Extent;
  /** Throws the local database and keys away first. */
  reset: boolean;
  /** Whether the web app follows what is saved. */
  followsWeb?: boolean;
  /** What starts the graph, in one process or in one for each part: loaded while PostgreSQL comes up. */
  loadGraph: () => Promise<(options: GraphOptions) => Promise<RunningGraph>>;
  progress: Progress;
}

/** A stack that runs. */
export interface RunningStack {
  readonly database: RunningDatabase;
  readonly apiKeys: ApiKeys;
  /** Null when only the database was asked for. */
  readonly graph: RunningGraph | null;
  /** Where the web app answers; null when it was not asked for. */
  readonly web: string | null;
  /** The local provider; null when there is none. */
  readonly issuer: string | null;
  /** Rejects when a part has ended and nobody asked it to. */
  readonly failed: Promise<never>;
  /** Stops every part, the last one started first. */
  stop(): Promise<void>;
}

/**
 * Starts the local stack, part after part. When one does not start, those before it are stopped again.
 *
 * @throws Problem for everything that the person who starts it can put right.
 */
export async function startStack({
  settings,
  extent,
  reset,
  loadGraph,
  followsWeb = false,
  progress,
}: StackOptions): Promise<RunningStack> {
  if (reset && settings.databaseUrl !== undefined) {
    throw new Problem(
      '--reset throws the embedded database away, but DATABASE_URL names another: unset it, or empty that database yourself.',
    );
  }
  await using started = new AsyncDisposableStack();
  const data = holdDataDirectory(settings.dataDirectory);
  started.defer(() => data.release());
  if (reset) data.reset();

  const hasProvider = extent === 'all' && settings.oidcIssuer === undefined;
  const hasWeb = extent === 'all' && settings.hasWeb;
  await requirePorts(settings, extent, { hasProvider, hasWeb });

  const keys = await readKeys(data.path, domains);
  let code: ReturnType<typeof loadCode> | undefined;
  const loadCode = () =>
    Promise.all([
      hasProvider ? import('./identity/identityProvider.ts') : null,
      extent === 'db' ? null : loadGraph(),
    ]);
  const database = await startDatabase(settings, keys, progress, () => {
    code ??= loadCode();
    code.catch(() => {}); // Told below, where it is needed.
  });
  started.defer(() => database.stop());
  const [identity, startGraph] = await code!;
  const apiKeys = await ensureApiKeys(data.path, keys, database.serviceUrls.people!);

  let graph: RunningGraph | null = null;
  let issuer: string | null = null;
  if (identity) {
    const graphUrl = () => graph?.url ?? '';
    const provider = await progress.step('Identity provider', () =>
      identity.startIdentityProvider({
        port: settings.oidcPort,
        audience: settings.oidcAudience,
        keys: keys.provider,
        tool: {
          publicJwk: keys.tool!,
          subject: accounts.company.subject,
          organisationId: accounts.company.organisationId,
        },
        accounts,
        personas: readPersonas(),
        readClaims: createLoginClaimsReader(graphUrl, apiKeys.identity),
        logger: createLogger({ name: 'identity', level: settings.logLevel, pretty: true }),
      }),
    );
    started.defer(() => provider.close());
    issuer = provider.issuer;
  }
  if (startGraph) {
    const issuerOfTokens = settings.oidcIssuer ?? issuer ?? `http://localhost:${settings.oidcPort}`;
    graph = await startGraph({ settings, keys, database, issuer: issuerOfTokens, progress });
    started.defer(() => graph!.stop());
  }
  let web: Awaited<ReturnType<typeof startWeb>> | null = null;
  if (hasWeb) {
    web = await startWeb({
      settings,
      keys,
      issuer: settings.oidcIssuer ?? issuer!,
      graphUrl: graph!.url,
      follows: followsWeb,
      progress,
    });
    started.defer(() => web!.stop());
  }
  data.note({
    issuer: issuer ?? undefined,
    graph: graph?.url,
    web: web?.url,
    databaseUrl: database.ownerUrl,
  });

  const running = started.move();
  return {
    database,
    apiKeys,
    graph,
    web: web?.url ?? null,
    issuer,
    failed: Promise.race([
      database.exited.then((): never => {
        throw new Problem('PostgreSQL has ended, and nobody here asked it to: the rest stops too.');
      }),
      // Workers end when PostgreSQL does: what ended first is told, and it has a moment to say so.
      ...(graph
        ? [
            graph.failed.catch(async (error: unknown): Promise<never> => {
              await Promise.race([database.exited, setTimeout(1_000, undefined, { ref: false })]);
              throw error;
            }),
          ]
        : []),
      ...(web
        ? [
            web.exited.then((why): never => {
              throw new Problem(why);
            }),
          ]
        : []),
    ]),
    stop: () => running.disposeAsync(),
  };
}

async function requirePorts(
  settings: StackSettings,
  extent: Extent,
  { hasProvider, hasWeb }: { hasProvider: boolean; hasWeb: boolean },
): Promise<void> {
  if (settings.databaseUrl === undefined) {
    await requireFreePort(settings.postgresPort, 'the embedded PostgreSQL', 'POSTGRES_PORT');
  }
  if (extent === 'db') return;
  for (const [domain, port] of Object.entries(settings.subgraphPorts)) {
    await requireFreePort(port, `the subgraph ${domain}`, portSetting(domain));
  }
  for (const [domain, port] of Object.entries(settings.workerPorts)) {
    await requireFreePort(port, `the worker of ${domain}`, workerPortSetting(domain));
  }
  await requireFreePort(settings.gatewayPort, 'the graph', 'GATEWAY_PORT');
  if (hasProvider) await requireFreePort(settings.oidcPort, 'the local identity provider', 'OIDC_PORT');
  if (hasWeb) await requireFreePort(settings.webPort, 'the web app', 'WEB_PORT');
}
