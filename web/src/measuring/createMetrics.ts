import type { IncomingMessage, ServerResponse } from 'node:http';
import { totalmem } from 'node:os';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { GraphCall } from './graphCalls.ts';

/** Where the web server keeps its measurements. */
export interface Metrics {
  readonly contentType: string;
  /** What `/metrics` shows. */
  text(): Promise<string>;
  /** Measures a request until it is answered, or its client is gone. */
  request(request: IncomingMessage, response: ServerResponse): void;
  graphCall(call: GraphCall): void;
}

const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const methods = new Set(['GET', 'HEAD', 'POST']);

/**
 * Makes the metrics of the web server, with those of its process, as the other services name theirs.
 *
 * @param routeOf the page that a path is for.
 */
export function createMetrics(routeOf: (pathname: string) => string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service: 'web' });
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'guildhall_process_memory_limit_bytes',
    help: 'How much memory the process may use: what its container has, or the machine.',
    registers: [registry],
  }).set(Math.min(process.constrainedMemory() || Infinity, totalmem()));
  const requests = new Histogram({
    name: 'guildhall_web_request_seconds',
    help: 'How long requests of the web app took, by page and by what became of them: answered, refused, failed, abandoned.',
    labelNames: ['route', 'method', 'outcome'],
    buckets,
    registers: [registry],
  });
  const calls = new Histogram({
    name: 'guildhall_web_graph_call_seconds',
    help: 'How long calls of the graph took, by what a page made of the answer.',
    labelNames: ['outcome'],
    buckets,
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request(request, response) {
      const pathname = (request.url ?? '/').split('?', 1)[0]!;
      // Balancers ask it all the time: it would hide what people meet.
      if (pathname === '/healthz') return;
      const measured = requests.startTimer({
        route: routeOf(pathname),
        method: methods.has(request.method ?? '') ? request.method! : 'other',
      });
      response.once('close', () => measured({ outcome: outcomeOf(response) }));
    },
    graphCall: ({ outcome, seconds }) => calls.observe({ outcome }, seconds),
  };
}

function outcomeOf({ writableFinished, statusCode }: ServerResponse): string {
  if (!writableFinished) return 'abandoned';
  if (statusCode >= 500) return 'failed';
  return statusCode >= 400 ? 'refused' : 'answered';
}
