import { type Metrics, createLabelBound } from '@guildhall/kit/metrics';
import { traceIdOf } from '@guildhall/kit/telemetry';
import { Counter, Histogram } from 'prom-client';
import type { GatewayContext } from '../gatewayContext.ts';

/** Where routes tell what became of a request. */
export interface Observation {
  /** A request that reached the graph, whatever the answer; its span ends here. In milliseconds. */
  answered(context: GatewayContext, status: number, ms: number): void;
  /** A request that was turned away before the graph, by a code. */
  refused(code: string): void;
}

/** Makes the measuring and logging of requests: a metric by operation, a log line, the end of the span. */
export function createObservation(metrics: Metrics): Observation {
  const requestSeconds = new Histogram({
    name: 'guildhall_gateway_request_seconds',
    help: 'How long requests of the graph took, by the name that the client gave the operation.',
    labelNames: ['operation', 'status'] as const,
    registers: [metrics],
  });
  const refusedTotal = new Counter({
    name: 'guildhall_gateway_refused_total',
    help: 'Requests that were turned away before they reached the graph, by reason.',
    labelNames: ['reason'] as const,
    registers: [metrics],
  });
  const labelOf = createLabelBound();
  return {
    answered({ operation, span, clientId, viewer, logger }, status, ms) {
      requestSeconds.observe({ operation: labelOf(operation.name), status }, ms / 1000);
      if (span.isRecording()) {
        span.updateName(`${operation.kind ?? 'graphql'} ${operation.name ?? ''}`.trim());
        span.setAttributes({
          'graphql.operation.name': operation.name ?? '',
          'graphql.operation.type': operation.kind ?? '',
          'http.response.status_code': status,
        });
      }
      if (logger.isLevelEnabled('info')) {
        const traceId = traceIdOf(span);
        const done = { traceId, operation: operation.name, kind: operation.kind, clientId };
        logger.info({ ...done, role: viewer.role, status, ms: Math.round(ms) }, 'A request was answered.');
      }
      span.end();
    },
    refused: (reason) => refusedTotal.inc({ reason }),
  };
}
