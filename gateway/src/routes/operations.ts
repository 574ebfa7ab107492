import type { Metrics } from '@guildhall/kit/metrics';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './refuse.ts';

/** Whether each subgraph answers. */
export type Readiness = () => Promise<{ name: string; answers: boolean }[]>;

/** Mounts what load balancers ask: `/healthz`, whether the gateway lives, and `/readyz`, whether it can answer. */
export function mountHealth(app: FastifyInstance, readiness: Readiness): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const subgraphs = await readiness();
    const isReady = subgraphs.every(({ answers }) => answers);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', subgraphs });
  });
}

/** Mounts what operators and their machines look at: `/status` and `/metrics`. */
export function mountOperations(
  app: FastifyInstance,
  {
    isPrivate,
    status,
    metrics,
  }: {
    /** Whether nobody else reaches this port; otherwise only this machine is answered. */
    isPrivate: boolean;
    status: () => Promise<object>;
    metrics: Metrics;
  },
): void {
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (isPrivate || isFromThisMachine(request)) return;
    return refuse(
      reply,
      403,
      'FORBIDDEN',
      'This is for operators: ask from the machine of the gateway, or at the port that OPERATIONS_PORT names.',
    );
  };
  app.get('/status', { onRequest }, status);
  app.get('/metrics', { onRequest }, async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.metrics()),
  );
}

/** What a proxy hands on comes from its machine, whoever asked the proxy. */
function isFromThisMachine({ socket, headers }: FastifyRequest): boolean {
  const address = socket.remoteAddress ?? '';
  const isLoopback = /^(::ffff:)?127\./.test(address) || address === '::1';
  return isLoopback && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}
