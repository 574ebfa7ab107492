import { collectDefaultMetrics, Registry } from 'prom-client';

/** Where a service keeps its measurements; what `/metrics` shows. */
export type Metrics = Registry;

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
  return registry;
}
