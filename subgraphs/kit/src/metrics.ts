import { totalmem } from 'node:os';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** Where a service keeps its measurements; what `/metrics` shows. */
export type Metrics = Registry;

/** The most different values of a label whose values clients choose. */
const mostValues = 200;

/**
 * Makes the bound of a label whose values clients choose, such as the names of operations: without one a client could
 * fill the memory of the service and of Prometheus.
 *
 * @returns a function from a value to the label: the value itself for the first 200 different ones, then `other`.
 */
export function createLabelBound(): (value: string | null | undefined) => string {
  const known = new Set<string>();
  return (value) => {
    if (value === null || value === undefined || value === '') return 'anonymous';
    if (!known.has(value) && known.size >= mostValues) return 'other';
    known.add(value);
    return value;
  };
}

/**
 * Makes the metrics registry of one service, with those of the process in it. Every series is labelled
 * with the service, so that several can live in one process.
 *
 * @param name the service, for example `people`.
 */
export function createMetrics(name: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service: name });
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'guildhall_process_memory_limit_bytes',
    help: 'How much memory the process may use: what its container has, or the machine.',
    registers: [registry],
  }).set(Math.min(process.constrainedMemory() || Infinity, totalmem()));
  return registry;
}
