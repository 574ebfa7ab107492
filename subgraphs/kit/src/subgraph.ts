import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerOptionsWithGateway, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import fastify from 'fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLSchema, parse } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import { Counter, Histogram } from 'prom-client';
import { createContext } from './context.ts';
import type { RequestContext } from './context.ts';
import { currentRequest } from './currentRequest.ts';
import { runAs } from './database.ts';
import type { Database } from './database.ts';
import { createExecutor } from './execution/executor.ts';
import { formatError } from './errors.ts';
import type { ErrorCode } from './errors.ts';
import type { SettingInForce } from './env.ts';
import type { Logger } from './logger.ts';
import { createLabelBound } from './metrics.ts';
import type { Metrics } from './metrics.ts';
import { sharedTypeDefs } from './sharedTypeDefs.ts';
import { noTelemetry, traceIdOf } from './telemetry.ts';
import type { Telemetry } from './telemetry.ts';
import { createViewerVerifier, InvalidViewer, viewerHeaders } from './viewer.ts';
import type { Viewer } from './viewer.ts';

/** Representations of entities make the gateway's requests long. */
const bodyLimit = 4 * 1024 * 1024;

export interface SubgraphOptions<Client> {
  /** The domain. */
  name: string;
  /** 0 takes a free port. */
  port: number;
  /** The loopback address by default. */
  host?: string;
  /** The domain's own schema.graphql; the shared types are added. */
  typeDefs: string;
  resolvers: object;
  /** The subgraph closes it when it is closed. */
  database: Database<Client>;
  /** The public keys of the gateway. */
  viewerJwks: JSONWebKeySet;
  logger: Logger;
  metrics: Metrics;
  /** What is deployed, for `/status`. */
  version?: string;
  commit?: string | undefined;
  /** The settings and where each came from, for `/status`. */
  settings?: readonly SettingInForce[] | undefined;
  /** The subgraph closes it when it is closed. */
  telemetry?: Telemetry;
  /** The name of the last migration that was applied, for `/status`. */
  lastMigration: () => Promise<string | null>;
}

/** A subgraph that answers. */
export interface RunningSubgraph {
  readonly name: string;
  /** Where it listens, without a path: `http://127.0.0.1:4001`; GraphQL is at `/graphql`. */
  readonly url: string;
  /** Stops accepting, finishes what has begun, and closes the database; may be called twice. */
  close(): Promise<void>;
}

/**
 * Starts a subgraph: GraphQL at `POST /graphql` for requests that carry a valid viewer, and `GET /healthz`,
 * `/readyz`, `/status` and `/metrics` for those who run it. It is for the gateway alone: no introspection,
 * no landing page, no stack traces, whatever NODE_ENV says.
 *
 * @throws when the schema and the resolvers do not fit, or the port is taken.
 */
export async function startSubgraph<Client>(options: SubgraphOptions<Client>): Promise<RunningSubgraph> {
  const {
    name,
    port,
    host = '127.0.0.1',
    database,
    logger,
    metrics,
    version = 'development',
    commit = null,
    settings = [],
    telemetry = noTelemetry,
    lastMigration,
  } = options;
  const startedAt = new Date().toISOString();
  const verifyViewer = createViewerVerifier(options.viewerJwks);

  const apollo = new ApolloServer<RequestContext<Client>>({
    gateway: executing(
      buildSubgraphSchema([
        { typeDefs: parse(sharedTypeDefs(options.typeDefs)) },
        { typeDefs: parse(options.typeDefs), resolvers: options.resolvers as never },
      ]),
    ),
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger,
    // The two besides the landing page would look at every field that is resolved.
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
    stringifyResult: (value) => JSON.stringify(value),
    formatError: (formatted, error) => {
      const requestId = currentRequest.getStore()?.requestId ?? 'none';
      const told = formatError(formatted, error, { requestId, logger: logger.child({ requestId }) });
      errorsTotal.inc({ code: String(told.extensions?.['code']) });
      return told;
    },
  });
  await apollo.start();

  const errorsTotal = new Counter({
    name: 'guildhall_errors_total',
    help: 'Errors that answers told, by code.',
    labelNames: ['code'],
    registers: [metrics],
  });
  const operationLabel = createLabelBound();
  const operationSeconds = new Histogram({
    name: 'guildhall_operation_seconds',
    help: 'How long operations took, by the name that the client gave them.',
    labelNames: ['operation'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics],
  });
  const duration = new Histogram({
    name: 'guildhall_http_request_duration_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics],
  });
  const statements = new Histogram({
    name: 'guildhall_request_statements',
    help: 'How many SQL statements one GraphQL request took.',
    buckets: [0, 1, 2, 3, 5, 8, 13, 21, 50],
    registers: [metrics],
  });

  const viewers = new WeakMap<FastifyRequest, Viewer>();
  const server = fastify({
    bodyLimit,
    requestIdHeader: false,
    genReqId: (request) => requestIdFrom(request.headers[viewerHeaders.requestId]),
  });
  server.removeContentTypeParser('text/plain');

  server.setErrorHandler((error: FastifyError, request, reply) => {
    const [status, code, message] = refusalOf(error);
    if (status >= 500) {
      logger.error({ err: error, requestId: request.id }, 'A request failed that should not.');
    }
    return refuseRequest(reply, status, code, message.replace('{id}', request.id));
  });
  server.setNotFoundHandler((_request, reply) =>
    refuseRequest(reply, 404, 'NOT_FOUND', 'There is nothing here: send GraphQL as POST to /graphql.'),
  );
  server.addHook('onResponse', async (request, reply) => {
    duration.observe(
      { route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });

  server.post('/graphql', {
    // Before the body is read: who may not ask costs nothing more.
    onRequest: async (request) => {
      viewers.set(request, await verifyViewer(request.headers));
    },
    handler: async (request, reply) => {
      const viewer = viewers.get(request)!;
      const requestId = request.id;
      const context = createContext({
        viewer,
        requestId,
        logger,
        db: database.client,
        read: database.read,
      });
      const operation = operationName(request.body);
      const span = telemetry.start(`${name} ${operation ?? 'operation'}`, {
        kind: 'server',
        parent: request.headers,
        attributes: { 'graphql.operation.name': operation ?? '', 'guildhall.request_id': requestId },
      });
      const begun = performance.now();
      let cost = { statements: 0, rows: 0 };
      const answer = await runAs({ viewer, requestId, tracing: { telemetry, span } }, async () => {
        const response = await apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest: {
            method: 'POST',
            headers: new HeaderMap([['content-type', 'application/json']]),
            search: '',
            body: request.body,
          },
          context: async () => context,
        });
        cost = currentRequest.getStore()?.cost ?? cost;
        return response;
      }).finally(() => span.end());
      const seconds = (performance.now() - begun) / 1000;
      statements.observe(cost.statements);
      operationSeconds.observe({ operation: operationLabel(operation) }, seconds);
      const { role } = viewer;
      const done = {
        requestId,
        traceId: traceIdOf(span),
        operation,
        role,
        ...cost,
        ms: Math.round(seconds * 1000),
      };
      logger.info(done, 'An operation was answered.');
      if (answer.body.kind !== 'complete')
        throw new Error('Apollo answered in parts, which nobody asked for.');
      return reply
        .status(answer.status ?? 200)
        .headers(Object.fromEntries(answer.headers))
        .send(answer.body.string);
    },
  });

  let closing: Promise<void> | undefined;
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (request, reply) => {
    try {
      if (closing) throw new Error('The subgraph is closing.');
      await database.pool.query('select 1');
      return { status: 'ready' };
    } catch (error) {
      logger.warn({ err: error, requestId: request.id }, 'The subgraph is not ready.');
      return reply.status(503).send({ status: 'not ready' });
    }
  });
  server.get('/status', async () => ({
    name,
    version,
    commit,
    startedAt,
    node: process.version,
    lastMigration: await lastMigration(),
    settings,
  }));
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );

  let inFlight = 0;
  const finished = Promise.withResolvers<void>();
  const settle = (): void => {
    if (closing && inFlight === 0) finished.resolve();
  };
  server.addHook('onRequest', async () => {
    inFlight += 1;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  server.addHook('onResponse', async () => {
    inFlight -= 1;
    settle();
  });

  const close = async (): Promise<void> => {
    const stopped = server.close();
    setImmediate(settle); // once `closing` is set
    await finished.promise;
    // What is left are clients that keep a connection without asking anything.
    server.server.closeAllConnections();
    await stopped;
    await apollo.stop();
    await database.close();
    await telemetry.close();
  };
  const stop = (): Promise<void> => (closing ??= close());
  let url: string;
  try {
    url = await server.listen({ port, host });
  } catch (error) {
    await stop();
    throw error;
  }
  logger.info({ url, version }, 'The subgraph listens.');
  return { name, url, close: stop };
}

/** Apollo Server hands operations over to an execution of one's own when it takes that for a gateway. */
function executing(schema: GraphQLSchema): ApolloServerOptionsWithGateway<object>['gateway'] {
  const execute = createExecutor(schema);
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, operation, request, context }) =>
        execute({
          document,
          operation,
          operationName: request.operationName,
          variables: request.variables,
          context,
        }),
    }),
    stop: async () => {},
  };
}

/** The client's name for an operation, out of the one that the gateway gave it: `Name__people__0`. */
function operationName(body: unknown): string | undefined {
  const query = (body as { query?: unknown } | null)?.query;
  const named = typeof query === 'string' && /^\s*(?:query|mutation)\s+(\w+?)(?:__\w+__\d+)?\b/.exec(query);
  return named ? named[1] : undefined;
}

/** The gateway's request id, when it is of a form that can be logged; a new one otherwise. */
function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.-]{1,100}$/.test(header) ? header : randomUUID();
}

/** Status, code and message for a request that never reached GraphQL. */
function refusalOf(error: FastifyError): [status: number, code: ErrorCode, message: string] {
  if (error instanceof InvalidViewer) return [401, 'UNAUTHENTICATED', error.message];
  const status = error.statusCode ?? 500;
  if (status === 413) {
    return [
      413,
      'LIMIT_EXCEEDED',
      `The request is larger than ${bodyLimit / 1024 / 1024} MiB: ask for less at once.`,
    ];
  }
  if (status === 415) {
    return [415, 'BAD_USER_INPUT', 'The request is not JSON: send it with Content-Type application/json.'];
  }
  if (status >= 400 && status < 500) {
    return [status, 'BAD_USER_INPUT', 'The body of the request is not valid JSON: send { "query": "…" }.'];
  }
  return [
    500,
    'INTERNAL',
    'Something went wrong on our side. If it persists, report it with the request id {id}.',
  ];
}

function refuseRequest(reply: FastifyReply, status: number, code: ErrorCode, message: string): FastifyReply {
  return reply.status(status).send({ errors: [{ message, extensions: { code } }] });
}
