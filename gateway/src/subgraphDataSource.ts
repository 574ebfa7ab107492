import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Telemetry, markFailed } from '@guildhall/kit/telemetry';
import type { Logger } from 'pino';
import type { Histogram } from 'prom-client';
import { Client, type Dispatcher, Pool } from 'undici';
import type { GatewayContext } from './gatewayContext.ts';
import { type Limits, limitExceeded } from './limits/limits.ts';

/** A call; without `clientGone` and `endsAt` there is no operation of a client behind it. */
export type SubgraphCall = Pick<GatewayContext, 'subgraphHeaders' | 'logger'> &
  Partial<Pick<GatewayContext, 'clientGone' | 'endsAt' | 'span'>>;

/** What is sent to a subgraph. */
export interface SubgraphRequest {
  /** The request in JSON, as GraphQL over HTTP has it. */
  body: string;
  kind: 'query' | 'mutation';
}

/** What a subgraph answered. */
export interface SubgraphResponse {
  data?: unknown;
  errors?: GraphQLFormattedError[];
}

/** The way to one subgraph. */
export interface SubgraphDataSource {
  readonly url: string;
  /**
   * Sends one operation. The response may hold errors of the subgraph.
   *
   * @throws GraphQLError with code UPSTREAM_UNAVAILABLE when there is no answer in time, or the subgraph has not
   *   answered for a while; with code LIMIT_EXCEEDED when the operation has no time left or the answer is too
   *   large; Error when the answer is not GraphQL.
   */
  send(request: SubgraphRequest, call: SubgraphCall): Promise<SubgraphResponse>;
  /** The connections to it, by state. */
  connections(): { connected: number; busy: number; waiting: number };
  /** Closes the connections when the calls under way have ended. */
  close(): Promise<void>;
}

const timeToConnectMs = 2_000;

/** The most connections to one subgraph; further calls wait. */
const mostConnections = 128;

/** So many calls in a row without an answer, and a subgraph is not asked for a while. */
const silentCallsToBreak = 5;

/** How long it is not asked at first, and at most when it stays silent; then one call tries. In milliseconds. */
const restMs = { first: 500, longest: 5_000 };

/** Codes of errors that say that the connection, not the subgraph, was the trouble. */
const connectionTrouble = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/**
 * Makes the way to a subgraph, over pooled connections: several times as fast as Apollo's
 * RemoteGraphQLDataSource, with a deadline for each call and a circuit breaker for a subgraph that is down.
 *
 * A query that meets a refused or reset connection is sent once more on a connection of its own, since
 * pooled ones may lead to a server that has been replaced. A mutation never is: it may have happened.
 *
 * @param options.limits how long a call may take, with its retry, and how large an answer may be.
 * @param options.seconds measures calls, labelled `subgraph` and `outcome`.
 * @param options.logger is told when the subgraph is given up for a while, and when it is back.
 */
export function createSubgraphDataSource({
  name,
  url,
  limits,
  seconds,
  telemetry,
  logger,
}: {
  name: string;
  url: string;
  limits: Limits;
  seconds: Histogram<'subgraph' | 'outcome'>;
  telemetry: Telemetry;
  logger: Logger;
}): SubgraphDataSource {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  const deadlineMs = limits.subgraphSeconds * 1000;
  const connection = {
    connect: { timeout: timeToConnectMs },
    headersTimeout: deadlineMs,
    bodyTimeout: deadlineMs,
    maxResponseSize: limits.responseBytes,
  };
  const pool = new Pool(origin, { ...connection, connections: mostConnections });
  const observers = new Map<string, (seconds: number) => void>();
  const observe = (outcome: string, begun: number) => {
    let observer = observers.get(outcome);
    if (!observer) {
      const measured = seconds.labels({ subgraph: name, outcome });
      observers.set(outcome, (observer = (value) => measured.observe(value)));
    }
    observer((performance.now() - begun) / 1000);
  };
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof Silence),
    {
      breaker: new ConsecutiveBreaker(silentCallsToBreak),
      halfOpenAfter: new ExponentialBackoff({ initialDelay: restMs.first, maxDelay: restMs.longest }),
    },
  );
  breaker.onStateChange((state) => {
    if (state === CircuitState.Open) logger.error({ subgraph: name }, 'A subgraph is silent: it rests.');
    if (state === CircuitState.Closed) logger.info({ subgraph: name }, 'A subgraph answers again.');
  });

  return {
    url,
    send,
    connections: () => {
      const { connected, running, queued } = pool.stats;
      return { connected, busy: running, waiting: queued };
    },
    close: () => pool.close(),
  };

  async function send(request: SubgraphRequest, call: SubgraphCall): Promise<SubgraphResponse> {
    const begun = performance.now();
    const span = telemetry.start(`ask ${name}`, {
      kind: 'client',
      ...(call.span && { parent: call.span }),
      attributes: { 'server.address': origin, 'graphql.operation.type': request.kind },
    });
    let outcome = 'failed';
    try {
      const response = await breaker.execute(() => ask(request, call, telemetry.headersOf(span)));
      outcome = 'answered';
      return response;
    } catch (error) {
      markFailed(span, error);
      if (error instanceof BrokenCircuitError) {
        outcome = 'resting';
        throw unavailable('query'); // nothing was sent, so that a mutation has not happened either
      }
      if (error instanceof GraphQLError || !isTransportError(error)) throw error;
      outcome = 'unavailable';
      call.logger.warn({ err: error, subgraph: name }, 'A subgraph does not answer.');
      throw unavailable(request.kind);
    } finally {
      span.setAttribute('guildhall.outcome', outcome);
      span.end();
      observe(outcome, begun);
    }
  }

  async function ask(
    { body, kind }: SubgraphRequest,
    { subgraphHeaders, clientGone, endsAt = Infinity }: SubgraphCall,
    traceHeaders: Readonly<Record<string, string>>,
  ): Promise<SubgraphResponse> {
    const left = endsAt - performance.now();
    if (left <= 0) throw limitExceeded('operationSeconds', limits);
    const exchange = begin({
      path,
      method: 'POST',
      headers: { ...jsonHeaders, ...subgraphHeaders, ...traceHeaders },
      body,
    });
    const deadline = setTimeout(exchange.abort, Math.min(deadlineMs, left));
    // What a mutation has begun is finished, whether or not the client is still there.
    if (kind === 'query') clientGone?.add(exchange.abort);
    try {
      const answer = await exchange.on(pool).catch((error: NodeJS.ErrnoException) => {
        const isSafe = kind === 'query' && !exchange.isAborted && connectionTrouble.has(error.code ?? '');
        if (!isSafe) throw error;
        return onNewConnection(exchange);
      });
      return readAnswer(answer, kind);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
        throw limitExceeded('responseBytes', limits);
      }
      if (!isTransportError(error) || clientGone?.isGone) throw error;
      if (exchange.isAborted && left < deadlineMs && kind === 'query') {
        throw limitExceeded('operationSeconds', limits);
      }
      throw new Silence(name, error as Error);
    } finally {
      clearTimeout(deadline);
      clientGone?.delete(exchange.abort);
    }
  }

  async function onNewConnection(exchange: Exchange): Promise<Answer> {
    const client = new Client(origin, connection);
    try {
      return await exchange.on(client);
    } finally {
      client.destroy().catch(() => {});
    }
  }

  function unavailable(kind: SubgraphRequest['kind']): GraphQLError {
    const retryable = kind === 'query';
    return new GraphQLError(
      retryable
        ? `The service ${name} does not answer at the moment: try again shortly.`
        : `The service ${name} did not answer: look whether the change has been made before you try again.`,
      { extensions: { code: 'UPSTREAM_UNAVAILABLE', service: name, retryable } },
    );
  }

  function readAnswer(
    { status, contentType, text }: Answer,
    kind: SubgraphRequest['kind'],
  ): SubgraphResponse {
    if (status === 401 || status === 403)
      throw new Error(`The service ${name} refused the viewer that the gateway signed.`);
    if (status === 429 || status === 502 || status === 503 || status === 504)
      throw new Silence(name, new Error(`It answered ${status}.`));
    if (!/^application\/(graphql-response\+)?json\b/.test(contentType)) {
      throw new Error(
        `The service ${name} answered ${status} with ${contentType || 'no content type'} instead of JSON.`,
      );
    }
    const body: unknown = JSON.parse(text);
    if (!isGraphqlResponse(body))
      throw new Error(`The service ${name} answered ${status} with JSON that is not GraphQL.`);
    if (!body.errors) return body;
    const errors = body.errors.map((error) =>
      // Its database is silent: for the client that is the same as its own silence.
      error.extensions?.code === 'UPSTREAM_UNAVAILABLE'
        ? { ...unavailable(kind).toJSON(), ...(error.path && { path: error.path }) }
        : asDownstream(error),
    );
    return { data: body.data, errors };
  }
}

interface Answer {
  status: number;
  contentType: string;
  text: string;
}

/** A request on its way, on one connection or, after that, on another. */
interface Exchange {
  on(dispatcher: Dispatcher): Promise<Answer>;
  readonly isAborted: boolean;
  abort(this: void): void;
}

const jsonHeaders = { 'content-type': 'application/json', accept: 'application/json' };

/** Speaks to undici without a stream for each answer, which costs as much as all else of a call. */
function begin(request: Dispatcher.DispatchOptions): Exchange {
  let isAborted = false;
  let controller: Dispatcher.DispatchController | undefined;
  return {
    get isAborted() {
      return isAborted;
    },
    abort() {
      isAborted = true;
      controller?.abort(new Aborted());
    },
    on: (dispatcher) =>
      new Promise((resolve, reject) => {
        let status = 0;
        let contentType = '';
        const chunks: Buffer[] = [];
        dispatcher.dispatch(request, {
          onRequestStart(started) {
            controller = started;
            if (isAborted) started.abort(new Aborted());
          },
          onResponseStart(_controller, statusCode, headers) {
            status = statusCode;
            contentType = String(headers['content-type'] ?? '');
          },
          onResponseData: (_controller, chunk) => void chunks.push(chunk),
          onResponseEnd: () => resolve({ status, contentType, text: textOf(chunks) }),
          onResponseError: (_controller, error) => reject(error),
        });
      }),
  };
}

function textOf(chunks: readonly Buffer[]): string {
  return (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString();
}

/** The deadline has passed, or the client is gone. */
class Aborted extends Error {
  override name = 'AbortError';
}

/** A subgraph gave no answer, or something before it said that it cannot: enough of these break the circuit. */
class Silence extends Error {
  constructor(name: string, cause: Error) {
    super(`The service ${name} does not answer: ${cause.message}`, { cause });
    this.name = 'Silence';
  }
}

/** Whether an error comes from undici or from the system's sockets, or says that nothing came. */
function isTransportError(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof GraphQLError) return false;
  return error instanceof Silence || error.name === 'AbortError' || 'code' in error;
}

function isGraphqlResponse(body: unknown): body is { data?: unknown; errors?: GraphQLFormattedError[] } {
  if (typeof body !== 'object' || body === null) return false;
  const { data, errors } = body as Record<string, unknown>;
  return (
    (typeof data === 'object' || data === undefined) &&
    (errors === undefined || Array.isArray(errors)) &&
    (data !== undefined || errors !== undefined)
  );
}

/**
 * An error of a subgraph as the gateway hands it on. Stacks stay here, and `http`, by which an error would
 * set the status of the gateway's own response. That an operation the gateway wrote does not fit the
 * subgraph is no mistake of the client, so it loses its code.
 */
function asDownstream({ message, path, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  const { http: _http, stacktrace: _stack, exception: _exception, ...rest } = extensions ?? {};
  if (String(rest.code).startsWith('GRAPHQL_')) delete rest.code;
  return { message, ...(path && { path }), extensions: rest };
}
