import { z } from 'zod';

/** The settings that every service has, the gateway included. */
export const serviceSettings = z.object({
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('the least level of log lines, for example info'),
  VERSION: z
    .string()
    .default('development')
    .describe('what is deployed, shown by /status, for example 1.4.0'),
  COMMIT: z.string().optional().describe('the commit that it was made from, shown by /status'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url()
    .optional()
    .describe('the collector that traces are sent to by OTLP over HTTP, for example http://localhost:4318'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe('the share of traces that are recorded, for example 0.1'),
});

/** The settings of tracing among those that {@link serviceSettings} has read, as `createTelemetry` takes them. */
export function tracingOf(given: z.output<typeof serviceSettings>) {
  return {
    version: given.VERSION,
    endpoint: given.OTEL_EXPORTER_OTLP_ENDPOINT,
    ratio: given.OTEL_TRACES_SAMPLER_ARG,
  };
}
