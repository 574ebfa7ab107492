import { type Metrics, createLabelBound } from '@guildhall/kit/metrics';
import { traceIdOf } from '@guildhall/kit/telemetry';
import { Counter, Histogram } from 'prom-client';
import type { GatewayContext } from '../gatewayContext.ts';
import type { Trouble } from '../trouble.ts';

/** Where routes tell what became of a request. */
export interface Observation {
  /** A request that reached the graph, whatever the answer; its span ends here. In milliseconds. */
  answered(context: GatewayContext, status: number, ms: number): void;
  /** A request that was turned away before the graph, by a code or the setting of a limit. */
  refused(code: string): void;
}

/** Makes the measuring and logging of requests: a metric by operation, a log line, the end of the span. */
export function createObservation(metrics: Metrics): Observation {
  const requestSeconds = new Histogram({
    name: 'guildhall_gateway_request_seconds',
    help: 'How long requests of the graph took, by the name that the client gave the operation. The outcome is answered, refused (the caller has to ask differently), failed (it is on our side) or abandoned (the client had gone).',
    labelNames: ['operation', 'status', 'outcome'] as const,
    registers: [metrics],
  });
  const refusedTotal = new Counter({
    name: 'guildhall_gateway_refused_total',
    help: 'Requests that were refused, before they reached the graph or by it, by reason: the code of the error or the setting of the limit.',
    labelNames: ['reason'] as const,
    registers: [metrics],
  });
  const labelOf = createLabelBound();
  return {
    answered({ operation, span, clientId, clientGone, viewer, logger }, status, ms) {
      // The REST face answers some requests without running anything.
      const trouble = operation.trouble ?? byStatus(status);
      const outcome = clientGone.isGone ? 'abandoned' : (trouble?.outcome ?? 'answered');
      requestSeconds.observe({ operation: labelOf(operation.name), status, outcome }, ms / 1000);
      if (trouble && outcome === 'refused') refusedTotal.inc({ reason: trouble.reason });
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
        const { role } = viewer;
        logger.info({ ...done, role, status, outcome, ms: Math.round(ms) }, 'A request was answered.');
      }
      span.end();
    },
    refused: (reason) => refusedTotal.inc({ reason }),
  };
}

function byStatus(status: number): Trouble | undefined {
  if (status >= 500) return { outcome: 'failed', reason: 'INTERNAL' };
  return status === 400 ? { outcome: 'refused', reason: 'BAD_USER_INPUT' } : undefined;
}
