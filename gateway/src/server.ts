import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { SettingInForce } from '@guildhall/kit/env';
import type { Metrics } from '@guildhall/kit/metrics';
import { type Telemetry, noTelemetry } from '@guildhall/kit/telemetry';
import { type Viewer, anonymous, viewerHeaders } from '@guildhall/kit/viewer';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { JWK } from 'jose';
import type { Logger } from 'pino';
import { Counter, Gauge, Histogram } from 'prom-client';
import { createAuthentication } from './authentication/authenticate.ts';
import type { BearerSettings } from './authentication/bearerToken.ts';
import { createClientGone } from './clientGone.ts';
import { createForwardViewer, gatewayViewer } from './forwardViewer.ts';
import { type Generation, createGeneration } from './generation.ts';
import type { GatewayContext } from './gatewayContext.ts';
import { type Limits, defaultLimits, limitExceeded } from './limits/limits.ts';
import { readPersonas } from './personas.ts';
import { requestIdOf } from './requestId.ts';
import { mountCalendar } from './routes/calendar.ts';
import { mountExplorer } from './routes/explorer.ts';
import { mountGraph } from './routes/graph.ts';
import { createObservation } from './routes/observation.ts';
import { mountHealth, mountOperations } from './routes/operations.ts';
import { refuse } from './routes/refuse.ts';
import { mountRest } from './routes/rest.ts';
import { createSignIn } from './routes/signIn.ts';
import type { TrustedDocuments } from './trustedDocuments.ts';

/** What a gateway has to be told. */
export interface GatewaySettings {
  /** 0 for any free port. */
  port: number;
  host: string;
  /** Who may ask; null for a graph that anybody may ask for everything, see unprotected.ts. */
  protection: Protection | null;
  /** The GraphQL address of each subgraph of the supergraph. */
  subgraphUrls: Readonly<Record<string, string>>;
  supergraphSdl: string;
  /** How much one operation or viewer may ask for; the defaults where left out. */
  limits?: Partial<Limits>;
  /** What clients are bound to; nothing when left out. */
  trustedDocuments?: TrustedDocuments;
  /**
   * Where `/status` and `/metrics` are answered, and nothing else; when left out they are answered beside the graph,
   * but to this machine alone. 0 for any free port.
   */
  operationsPort?: number;
  /** The explorer's id at the identity provider; no explorer when left out. */
  explorerClientId?: string;
  /** Who reads the documentation of the REST face: anybody, the default, or those with the scope `explorer:use`. */
  restDocs?: 'public' | 'explorers';
  /** What is deployed, for `/status`. */
  version?: string;
  commit?: string;
  /** The settings and where each came from, for `/status`. */
  inForce?: readonly SettingInForce[];
}

/** What a gateway has to know to tell who asks, and to hand them over to subgraphs. */
export interface Protection extends BearerSettings {
  /** The private key that viewers are signed with. */
  viewerKey: JWK;
}

/** What a running gateway may be told to change. What is left out stays. */
export interface Swap {
  supergraphSdl?: string;
  subgraphUrls?: Readonly<Record<string, string>>;
}

/** A gateway that answers. */
export interface RunningGateway {
  /** The address of its graph. */
  readonly url: string;
  /** Where `/status` and `/metrics` are answered, without a path. */
  readonly operationsUrl: string;
  /**
   * Changes supergraph, rules and addresses together. Operations under way finish on what they began
   * with, new ones begin on the new, none is dropped.
   *
   * @throws Error saying why the change cannot be; everything then stays as it was.
   */
  swap(change: Swap): Promise<void>;
  /** Answers what is under way, takes nothing new, and lets go of everything. */
  close(): Promise<void>;
}

/** The gateway cannot listen where it is told to. */
export class AddressRefused extends Error {
  constructor(
    { host, port }: Pick<GatewaySettings, 'host' | 'port'>,
    cause: NodeJS.ErrnoException,
    setting = 'PORT',
  ) {
    super(
      `The gateway cannot listen on ${host}:${port} (${cause.code}): set ${setting} and HOST to a free address of this machine.`,
      { cause },
    );
    this.name = 'AddressRefused';
  }
}

/**
 * Starts the gateway.
 *
 * @throws AddressRefused when the port is taken; AccessRulesRefused or Error when the supergraph, its access
 *   rules or the settings cannot be right.
 */
export async function startGateway({
  settings,
  logger,
  metrics,
  telemetry = noTelemetry,
}: {
  settings: GatewaySettings;
  logger: Logger;
  metrics: Metrics;
  /** The gateway closes it when it is closed. */
  telemetry?: Telemetry;
}): Promise<RunningGateway> {
  const startedAt = new Date();
  const { protection, trustedDocuments = new Map() } = settings;
  const limits: Limits = { ...defaultLimits, ...settings.limits };
  const personas = readPersonas();
  const forwardViewer = protection
    ? createForwardViewer(protection.viewerKey)
    : async (_viewer: Viewer, requestId: string) => ({ [viewerHeaders.requestId]: requestId });
  const subgraphSeconds = new Histogram({
    name: 'guildhall_gateway_subgraph_seconds',
    help: 'How long calls of subgraphs take.',
    labelNames: ['subgraph', 'outcome'] as const,
    registers: [metrics],
  });
  const errorsTotal = new Counter({
    name: 'guildhall_gateway_errors_total',
    help: 'Errors that answers told, by code.',
    labelNames: ['code'] as const,
    registers: [metrics],
  });
  new Gauge({
    name: 'guildhall_gateway_subgraph_connections',
    help: 'Connections to subgraphs by state; waiting counts the calls that wait for one.',
    labelNames: ['subgraph', 'state'] as const,
    registers: [metrics],
    collect() {
      for (const [subgraph, source] of current.subgraphs) {
        for (const [state, count] of Object.entries(source.connections())) {
          this.set({ subgraph, state }, count);
        }
      }
    },
  });

  let graphNow: Required<Swap> = {
    supergraphSdl: settings.supergraphSdl,
    subgraphUrls: settings.subgraphUrls,
  };
  const generationOf = (graph: Required<Swap>) =>
    createGeneration({
      ...graph,
      personas: protection && personas,
      limits,
      subgraphSeconds,
      errorsTotal,
      telemetry,
      logger,
    });
  let current: Generation = await generationOf(graphNow);
  const retiring = new Set<Promise<void>>();

  /** Asks one subgraph, for a viewer of the gateway's own making. */
  const askSubgraph = async (
    name: string,
    viewer: Viewer,
    query: string,
    variables?: Record<string, unknown>,
    requestId = requestIdOf(undefined),
  ) => {
    const subgraphHeaders = await forwardViewer(viewer, requestId);
    const subgraph = current.subgraphs.get(name);
    if (!subgraph) throw new Error(`There is no service ${name} in the supergraph.`);
    const body = JSON.stringify({ query, variables });
    const { data, errors } = await subgraph.send({ body, kind: 'query' }, { subgraphHeaders, logger });
    if (errors?.length) throw new Error(`The service ${name} answered with an error: ${errors[0]!.message}`);
    return data;
  };
  const authenticate = protection
    ? createAuthentication({
        bearer: protection,
        askPeople: (query, variables) => askSubgraph('people', gatewayViewer, query, variables),
        personas,
      })
    : async () => ({ viewer: anonymous, clientId: null });

  const app = Fastify({
    bodyLimit: limits.bodyBytes,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
  });
  await app.register(rateLimit, { global: false });
  // Of anything but JSON, Apollo Server says what is wrong with it.
  app.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    done(null, undefined);
  });

  const observation = createObservation(metrics);
  app.decorateRequest('requestId', '');
  app.decorateRequest('caller');
  let closing = false;
  app.addHook('onRequest', async (request, reply) => {
    const requestId = requestIdOf(request.headers['x-request-id']);
    request.requestId = requestId;
    reply.headers({
      'x-request-id': requestId,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });
  app.addHook('onSend', async (_request, reply) => {
    // A connection that is kept alive would keep the gateway from closing.
    if (closing) reply.header('connection', 'close');
  });
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) {
      const { message, extensions } = limitExceeded('bodyBytes', limits);
      const { code, http: _http, ...rest } = extensions;
      observation.refused('LIMIT_BODY_BYTES');
      return refuse(reply, status, String(code), message, rest);
    }
    if (status < 500) {
      observation.refused('BAD_USER_INPUT');
      return refuse(reply, status, 'BAD_USER_INPUT', `The request cannot be read: ${error.message}.`);
    }
    logger.error({ err: error, requestId: request.requestId }, 'A request failed that should not.');
    return refuse(
      reply,
      500,
      'INTERNAL',
      `Something went wrong on our side. If it persists, report it with the request id ${request.requestId}.`,
    );
  });

  const signIn = createSignIn(app, { authenticate, limits, observation, logger });
  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<GatewayContext> => {
    const { requestId } = request;
    const { viewer, clientId } = request.caller;
    const { clientGone, leave } = createClientGone();
    reply.raw.once('close', leave);
    return {
      viewer,
      clientId,
      requestId,
      span: telemetry.start('graphql', {
        kind: 'server',
        parent: request.headers,
        attributes: { 'guildhall.request_id': requestId },
      }),
      subgraphHeaders: await forwardViewer(viewer, requestId),
      clientGone,
      endsAt: performance.now() + limits.operationSeconds * 1000,
      operation: {},
      logger: logger.child({ requestId }),
    };
  };
  const graphRoute = { signIn, observation, contextOf };
  mountGraph(app, {
    ...graphRoute,
    execute: (request, context) => current.execute(request, context),
    trustedDocuments,
    limits,
  });
  if (protection && settings.explorerClientId) {
    const clientId = settings.explorerClientId;
    await mountExplorer(app, { ...protection, clientId, personas });
  }
  if (protection) {
    await mountRest(app, {
      ...graphRoute,
      face: () => current.rest!,
      docsFor: settings.restDocs ?? 'public',
      trustedDocuments,
      limits,
      onFailure: (error, requestId) =>
        logger.error({ err: error, requestId }, 'A request failed that should not.'),
    });
    mountCalendar(
      app,
      (viewer, query, variables, requestId) => askSubgraph('staffing', viewer, query, variables, requestId),
      (error, requestId) => logger.warn({ err: error, requestId }, 'A calendar cannot be read.'),
    );
  }
  mountHealth(app, readiness);
  const operations = settings.operationsPort === undefined ? app : Fastify();
  mountOperations(operations, {
    isPrivate: operations !== app,
    status: async () => ({
      name: 'gateway',
      version: settings.version ?? 'development',
      commit: settings.commit ?? null,
      startedAt,
      node: process.version,
      supergraph: createHash('sha256').update(graphNow.supergraphSdl).digest('hex').slice(0, 12),
      subgraphs: await readiness(),
      settings: settings.inForce ?? [],
    }),
    metrics,
  });

  async function readiness(): Promise<{ name: string; answers: boolean }[]> {
    return Promise.all(
      [...current.subgraphs.keys()].map(async (name) => ({
        name,
        answers: await askSubgraph(name, gatewayViewer, '{ __typename }').then(
          () => true,
          () => false,
        ),
      })),
    );
  }

  try {
    await app.listen({ port: settings.port, host: settings.host });
  } catch (error) {
    await current.close();
    throw new AddressRefused(settings, error as NodeJS.ErrnoException);
  }
  if (operations !== app) {
    const address = { port: settings.operationsPort!, host: settings.host };
    try {
      await operations.listen(address);
    } catch (error) {
      await app.close();
      await current.close();
      throw new AddressRefused(address, error as NodeJS.ErrnoException, 'OPERATIONS_PORT');
    }
  }

  let lastSwap: Promise<unknown> = Promise.resolve();
  return {
    url: `${addressOf(app, settings.host)}/graphql`,
    operationsUrl: addressOf(operations, settings.host),
    swap(change) {
      const swapped = lastSwap.then(async () => {
        const next = {
          supergraphSdl: change.supergraphSdl ?? graphNow.supergraphSdl,
          subgraphUrls: { ...graphNow.subgraphUrls, ...change.subgraphUrls },
        };
        const before = current;
        current = await generationOf(next);
        graphNow = next;
        const retired = before
          .close()
          .catch((error: unknown) => logger.error({ err: error }, 'A replaced supergraph did not close.'));
        retiring.add(retired);
        void retired.then(() => retiring.delete(retired));
      });
      lastSwap = swapped.catch(() => {});
      return swapped;
    },
    async close() {
      closing = true;
      await lastSwap;
      await app.close();
      await Promise.all([current.close(), ...retiring]);
      // Whoever watches the gateway sees it until it has ended.
      if (operations !== app) await operations.close();
      await telemetry.close();
    },
  };
}

function addressOf(app: FastifyInstance, host: string): string {
  const { port } = app.server.address() as { port: number };
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
