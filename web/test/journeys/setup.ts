import type { TestProject } from 'vitest/node';
import { startStack, type StackAddresses } from '../stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stack: StackAddresses;
  }
}

/** Starts the product once for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { web, issuer, graph, databaseUrl, dataDirectory, subgraphs, stop } = await startStack();
  project.provide('stack', { web, issuer, graph, databaseUrl, dataDirectory, subgraphs });
  return stop;
}
