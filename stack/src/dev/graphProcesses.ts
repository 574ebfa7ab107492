import { settableLimits } from '@guildhall/gateway/limits';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { domains } from '@guildhall/prisma/domains';
import { z } from 'zod';
import { graphqlUrls, presentCommit, type GraphOptions, type RunningGraph } from '../parts/graph.ts';
import { Problem } from '../problem.ts';
import { repository } from '../settings.ts';
import { workerDomains, workerEntry } from '../workers.ts';
import { startService, type ServiceProcess } from './serviceProcess.ts';

/** A graph whose subgraphs and gateway are processes of their own, which can be replaced while it answers. */
export interface GraphProcesses extends RunningGraph {
  /**
   * Starts new processes of some subgraphs, and of the workers of these domains, from the sources as they are now, and
   * lets the gateway change over to them, and to the supergraph when one is given. The old ones finish what they have
   * begun.
   *
   * @throws Problem saying why not; everything then stays as it was.
   */
  replaceSubgraphs(names: readonly string[], supergraphSdl?: string): Promise<void>;
  /**
   * Starts a new process of the gateway in the place of the old one, once it has been seen to start at all.
   * Nobody answers for the moment in between.
   *
   * @throws Problem saying why not; the old one stays then.
   */
  replaceGateway(): Promise<void>;
}

/** Longer than an operation may take: the gateway may ask the old process again for one that it has begun. */
const retirement = 15_000;

const swapAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('swapped') }),
  z.object({ type: z.literal('swapFailed'), error: z.string() }),
]);

/**
 * Starts the subgraphs and the gateway, each in a process of its own.
 *
 * @param supergraphFile what the schemas compose into.
 */
export async function startGraphProcesses(
  { settings, keys, database, issuer, progress }: GraphOptions,
  supergraphFile: string,
): Promise<GraphProcesses> {
  const subgraphs = new Map<string, ServiceProcess>();
  const workers = new Map<string, ServiceProcess>();
  const retiring = new Set<ServiceProcess>();
  const stopping = new AbortController();
  let gateway: ServiceProcess | undefined;
  let fail: (error: Error) => void;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => {});

  const urls = () => Object.fromEntries([...subgraphs].map(([name, { url }]) => [name, url]));
  const { endpoint, ratio } = settings.tracing;
  const ofServices = {
    LOG_LEVEL: settings.logLevel,
    COMMIT: (await presentCommit()) ?? '',
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint ?? '',
    OTEL_TRACES_SAMPLER_ARG: String(ratio),
  };
  const startSubgraph = async (name: string, port: number) => {
    const subgraph = await startService(
      `Subgraph ${name}`,
      join(repository, 'subgraphs', name, 'src/main.ts'),
      {
        PORT: String(port),
        [`${name.toUpperCase()}_DATABASE_URL`]: database.serviceUrls[name]!,
        VIEWER_JWKS: JSON.stringify(keys.viewer.publicJwks),
        ...ofServices,
      },
    );
    try {
      await untilReady(name, subgraph.url);
    } catch (error) {
      await subgraph.stop();
      throw error;
    }
    return subgraph;
  };
  const startWorker = (name: string, port: number) =>
    startService(`Worker ${name}`, workerEntry(name), {
      PORT: String(port),
      [`${name.toUpperCase()}_DATABASE_URL`]: database.serviceUrls[name]!,
      ...ofServices,
    });
  const startGateway = (port: number) =>
    startService('Gateway', join(repository, 'gateway/src/main.ts'), {
      PORT: String(port),
      OIDC_ISSUER: issuer,
      OIDC_AUDIENCE: settings.oidcAudience,
      EXPLORER_CLIENT_ID: settings.explorerClientId,
      VIEWER_PRIVATE_KEY: JSON.stringify(keys.viewer.privateJwk),
      SUPERGRAPH_FILE: supergraphFile,
      ...ofServices,
      ...Object.fromEntries(
        Object.entries(settableLimits).map(([name, { setting }]) => [
          setting,
          String(settings.limits[name as keyof typeof settings.limits]),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(graphqlUrls(urls())).map(([name, url]) => [`${name.toUpperCase()}_URL`, url]),
      ),
    });
  /** Says when a process ends that is in use. */
  const watchSubgraph = (name: string, subgraph: ServiceProcess) =>
    void subgraph.exited.then((why) => {
      if (subgraphs.get(name) === subgraph && !stopping.signal.aborted) {
        progress.line(`✘ ${why}\n  It starts again when one of its files is saved.`);
      }
    });
  const watchWorker = (name: string, worker: ServiceProcess) =>
    void worker.exited.then((why) => {
      if (workers.get(name) === worker && !stopping.signal.aborted) {
        progress.line(`✘ ${why}\n  It starts again when one of its files is saved.`);
      }
    });
  const watchGateway = (process: ServiceProcess) =>
    void process.exited.then((why) => {
      if (gateway === process && !stopping.signal.aborted) fail(new Problem(why));
    });
  const retire = (old: ServiceProcess) => {
    retiring.add(old);
    void setTimeout(retirement, undefined, { signal: stopping.signal, ref: false })
      .catch(() => {})
      .then(() => old.stop())
      .then(() => retiring.delete(old));
  };

  async function stop(): Promise<void> {
    stopping.abort();
    await gateway?.stop();
    await Promise.all(
      [...subgraphs.values(), ...workers.values(), ...retiring].map((process) => process.stop()),
    );
  }

  try {
    await Promise.all(
      domains.map((name) =>
        progress.step(`Subgraph ${name}`, async () => {
          const subgraph = await startSubgraph(name, settings.subgraphPorts[name]!);
          subgraphs.set(name, subgraph);
          watchSubgraph(name, subgraph);
        }),
      ),
    );
    await Promise.all(
      workerDomains.map((name) =>
        progress.step(`Worker ${name}`, async () => {
          const worker = await startWorker(name, settings.workerPorts[name]!);
          workers.set(name, worker);
          watchWorker(name, worker);
        }),
      ),
    );
    gateway = await progress.step('Gateway', () => startGateway(settings.gatewayPort));
    watchGateway(gateway);
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    url: gateway.url,
    subgraphUrls: urls(),
    workerUrls: Object.fromEntries([...workers].map(([name, { url }]) => [name, url])),
    failed,
    stop,
    async replaceSubgraphs(names, supergraphSdl) {
      const startAll = (
        of: readonly string[],
        start: (name: string, port: number) => Promise<ServiceProcess>,
      ) =>
        Promise.allSettled(
          of.map(async (name): Promise<[string, ServiceProcess]> => [name, await start(name, 0)]),
        );
      const results = await Promise.all([
        startAll(names, startSubgraph),
        // Two workers of a domain at once do no harm: the new one takes jobs while the old one ends its own.
        startAll(
          names.filter((name) => workers.has(name)),
          startWorker,
        ),
      ]);
      const [fresh, freshWorkers] = results.map((started) =>
        started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
      ) as [[string, ServiceProcess][], [string, ServiceProcess][]];
      try {
        const refusal = results.flat().find((result) => result.status === 'rejected');
        if (refusal) throw refusal.reason;
        const subgraphUrls = graphqlUrls(Object.fromEntries(fresh.map(([name, { url }]) => [name, url])));
        const answer = swapAnswer.parse(await gateway!.ask({ type: 'swap', supergraphSdl, subgraphUrls }));
        if (answer.type === 'swapFailed') throw new Problem(answer.error);
      } catch (error) {
        await Promise.all([...fresh, ...freshWorkers].map(([, process]) => process.stop()));
        throw error;
      }
      if (supergraphSdl !== undefined) writeFileSync(supergraphFile, supergraphSdl);
      for (const [name, process] of fresh) {
        const old = subgraphs.get(name)!;
        subgraphs.set(name, process);
        watchSubgraph(name, process);
        retire(old);
      }
      for (const [name, process] of freshWorkers) {
        const old = workers.get(name)!;
        workers.set(name, process);
        watchWorker(name, process);
        void old.stop();
      }
    },
    async replaceGateway() {
      const rehearsal = await startGateway(0);
      await rehearsal.stop();
      const old = gateway!;
      const port = Number(new URL(old.url).port);
      gateway = undefined;
      await old.stop();
      try {
        gateway = await startGateway(port);
      } catch (error) {
        fail(error as Error);
        throw error;
      }
      watchGateway(gateway);
    },
  };
}

/** Waits until a subgraph reaches its database. */
async function untilReady(name: string, url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
    if (attempt === 50)
      throw new Problem(`Subgraph ${name} listens but is not ready after 5 s: see its log.`);
    await setTimeout(100);
  }
}
