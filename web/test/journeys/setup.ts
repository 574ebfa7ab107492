import { startCollector } from '@guildhall/kit/testing/collector';
import type { TestProject } from 'vitest/node';
import { startStack, type StackAddresses } from '../stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stack: StackAddresses;
    /** Where the traces of all journeys are read. */
    collector: string;
  }
}

/** Starts the product once for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const collector = await startCollector();
  const { web, issuer, graph, databaseUrl, dataDirectory, subgraphs, stop } = await startStack({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
  });
  project.provide('stack', { web, issuer, graph, databaseUrl, dataDirectory, subgraphs });
  project.provide('collector', `${collector.endpoint}/spans`);
  return async () => {
    await stop();
    collector.close();
  };
}
