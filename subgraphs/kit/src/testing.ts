import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import type { Statement } from './database.ts';
import type { StartDomain } from './domain.ts';
import { createLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import type { RunningSubgraph } from './subgraph.ts';
import { createViewerSigner, generateViewerKeys, viewerHeaders } from './viewer.ts';
import type { Viewer } from './viewer.ts';

/** What a subgraph answered. */
export interface GraphAnswer<Data> {
  status: number;
  data: Data | null | undefined;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[] | undefined;
}

/**
 * A client that asks a running subgraph as the gateway would.
 *
 * @param running the subgraph.
 * @param privateJwk the key by which viewers are signed.
 */
export function createSubgraphClient(running: Pick<RunningSubgraph, 'url'>, privateJwk: JWK) {
  const sign = createViewerSigner(privateJwk);
  return {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    async query<Data = any>(
      viewer: Viewer,
      document: string,
      variables: Record<string, unknown> = {},
    ): Promise<GraphAnswer<Data>> {
      const response = await fetch(`${running.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [viewerHeaders.requestId]: randomUUID(),
          ...(await sign(viewer)),
        },
        body: JSON.stringify({ query: document, variables }),
      });
      const { data, errors } = (await response.json()) as Pick<GraphAnswer<Data>, 'data' | 'errors'>;
      return { status: response.status, data, errors };
    },
  };
}

/**
 * Counts what a service sends to the database: give `onStatement` to its database, and measure with
 * `during`. One measurement at a time.
 */
export function countStatements() {
  let seen: Statement[] = [];
  return {
    onStatement: (statement: Statement): void => {
      seen.push(statement);
    },
    /** Runs something; returns its result, the SQL it sent in order, and how many rows came back. */
    async during<Result>(
      work: () => Promise<Result>,
    ): Promise<{ result: Result; statements: string[]; rows: number }> {
      seen = [];
      const result = await work();
      return {
        result,
        statements: seen.map(({ sql }) => sql),
        rows: seen.reduce((sum, { rows }) => sum + rows, 0),
      };
    },
  };
}

/**
 * Starts a domain's subgraph for tests, with keys of its own and everything counted.
 *
 * @param databaseUrl the address of the domain's service role in a database that is the test's own.
 */
export async function startTestSubgraph(start: StartDomain, databaseUrl: string) {
  const { privateJwk, publicJwks } = await generateViewerKeys();
  const counter = countStatements();
  const running = await start({
    port: 0,
    databaseUrl,
    viewerJwks: publicJwks,
    logger: createLogger({ name: 'test', level: 'silent' }),
    metrics: createMetrics('test'),
    onStatement: counter.onStatement,
  });
  const { query } = createSubgraphClient(running, privateJwk);
  return {
    url: running.url,
    query,
    during: counter.during,
    close: () => running.close(),
    /** Runs an operation that must not fail, and returns its data. */
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are compared, not typed
    async ask(viewer: Viewer, document: string, variables: Record<string, unknown> = {}): Promise<any> {
      const { data, errors } = await query(viewer, document, variables);
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
}
