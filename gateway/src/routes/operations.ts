import { createHash } from 'node:crypto';
import type { Metrics } from '@guildhall/kit/metrics';
import type { FastifyInstance } from 'fastify';

/** Mounts what those who run the gateway look at: `/healthz`, `/readyz`, `/status` and `/metrics`. */
export function mountOperations(
  app: FastifyInstance,
  {
    startedAt,
    supergraphSdl,
    readiness,
    metrics,
  }: {
    startedAt: Date;
    supergraphSdl: () => string;
    /** Whether each subgraph answers. */
    readiness: () => Promise<{ name: string; answers: boolean }[]>;
    metrics: Metrics;
  },
): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const subgraphs = await readiness();
    const isReady = subgraphs.every(({ answers }) => answers);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', subgraphs });
  });
  app.get('/status', async () => ({
    name: 'gateway',
    startedAt,
    supergraph: createHash('sha256').update(supergraphSdl()).digest('hex').slice(0, 12),
    subgraphs: await readiness(),
  }));
  app.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.metrics()),
  );
}
