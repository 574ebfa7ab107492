import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { startGateway } from '@guildhall/gateway/server';
import { readTrustedDocuments, trustedDocumentsFolder } from '@guildhall/gateway/trustedDocuments';
import { createLogger } from '@guildhall/kit/logger';
import { createMetrics } from '@guildhall/kit/metrics';
import { createTelemetry } from '@guildhall/kit/telemetry';
import type { StartDomain } from '@guildhall/kit/domain';
import type { StartWorker } from '@guildhall/kit/worker';
import { domains } from '@guildhall/prisma/domains';
import type { Keys } from '../keys.ts';
import type { Progress } from '../progress.ts';
import { repository, type StackSettings } from '../settings.ts';
import { workerDomains } from '../workers.ts';
import type { RunningDatabase } from './database.ts';

/** A graph that answers. */
export interface RunningGraph {
  /** The gateway's address, ending in `/graphql`. */
  readonly url: string;
  /** By domain, without a path. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  /** Where workers say how they are, by domain, without a path. */
  readonly workerUrls: Readonly<Record<string, string>>;
  /** Rejects when a part of it has ended and nobody asked it to. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

export interface GraphOptions {
  settings: StackSettings;
  keys: Keys;
  database: RunningDatabase;
  issuer: string;
  progress: Progress;
}

/** By domain. */
interface Code {
  commit: Promise<string | undefined>;
  subgraphs: [string, { start: StartDomain }][];
  workers: [string, { startWorker: StartWorker }][];
}

/** Loads the code of every domain; what it returns starts the graph in this process. */
export async function loadGraph(): Promise<(options: GraphOptions) => Promise<RunningGraph>> {
  const code: Code = { commit: presentCommit(), subgraphs: [], workers: [] };
  for (const domain of domains) {
    code.subgraphs.push([domain, (await import(`@guildhall/${domain}/subgraph`)) as { start: StartDomain }]);
  }
  for (const domain of workerDomains) {
    const worker = (await import(`@guildhall/${domain}/worker`)) as { startWorker: StartWorker };
    code.workers.push([domain, worker]);
  }
  return (options) => startGraph(code, options);
}

/** Starts the subgraphs, the workers of their jobs and the gateway. */
async function startGraph(
  code: Code,
  { settings, keys, database, issuer, progress }: GraphOptions,
): Promise<RunningGraph> {
  await using started = new AsyncDisposableStack();
  const commit = await code.commit;
  const options = async (name: string) => ({
    telemetry: await createTelemetry({ service: name, version: 'development', ...settings.tracing }),
    logger: createLogger({ name, level: settings.logLevel, pretty: true }),
    metrics: createMetrics(name),
  });

  const subgraphUrls: Record<string, string> = {};
  for (const [domain, { start }] of code.subgraphs) {
    const subgraph = await progress.step(`Subgraph ${domain}`, async () =>
      start({
        port: settings.subgraphPorts[domain]!,
        databaseUrl: database.serviceUrls[domain]!,
        viewerJwks: keys.viewer.publicJwks,
        commit,
        settings: settings.inForce,
        ...(await options(domain)),
      }),
    );
    started.defer(() => subgraph.close());
    subgraphUrls[domain] = subgraph.url;
  }
  const workerUrls: Record<string, string> = {};
  const failures: Promise<never>[] = [];
  for (const [domain, { startWorker }] of code.workers) {
    const worker = await progress.step(`Worker ${domain}`, async () =>
      startWorker({
        port: settings.workerPorts[domain]!,
        databaseUrl: database.serviceUrls[domain]!,
        commit,
        settings: settings.inForce,
        ...(await options(`${domain}-worker`)),
      }),
    );
    started.defer(() => worker.close());
    workerUrls[domain] = worker.url;
    failures.push(worker.failed);
  }
  const gateway = await progress.step('Gateway', async () =>
    startGateway({
      settings: {
        port: settings.gatewayPort,
        host: '127.0.0.1',
        protection: { issuer, audience: settings.oidcAudience, viewerKey: keys.viewer.privateJwk },
        subgraphUrls: graphqlUrls(subgraphUrls),
        supergraphSdl: readFileSync(`${repository}/gateway/supergraph.graphql`, 'utf8'),
        commit,
        inForce: settings.inForce,
        explorerClientId: settings.explorerClientId,
        limits: settings.limits,
        trustedDocuments: readTrustedDocuments(trustedDocumentsFolder),
      },
      ...(await options('gateway')),
    }),
  );
  started.defer(() => gateway.close());
  const running = started.move();
  return {
    url: gateway.url,
    subgraphUrls,
    workerUrls,
    failed: Promise.race([new Promise<never>(() => {}), ...failures]),
    stop: () => running.disposeAsync(),
  };
}

/** What is checked out, where git can tell. */
export function presentCommit(): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('git', ['rev-parse', 'HEAD'], { cwd: repository }, (error, stdout) =>
      resolve(error ? undefined : stdout.trim()),
    );
  });
}

/** Where the subgraphs answer GraphQL. */
export function graphqlUrls(subgraphUrls: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(subgraphUrls).map(([name, url]) => [name, `${url}/graphql`]));
}
