import pg from 'pg';
import { currentRequest } from './currentRequest.ts';
import type { CurrentRequest } from './currentRequest.ts';
import { type Span, markFailed } from './telemetry.ts';
import type { Viewer } from './viewer.ts';

/** One statement that a service sent, and how many rows came back or were changed. */
export interface Statement {
  sql: string;
  rows: number;
}

/**
 * Only the pool may set the viewer: a setting made elsewhere would stay on the connection, and every
 * later reader of it would see another's rows.
 */
export const setsTheSession =
  /\bset_config\b|\bguildhall\s*\.\s*"?(?:person_id|organisation_id|role|request_id|traceparent)\b|^\s*(?:set(?!\s+transaction\b)|reset|discard)\b/i;

const setViewer = {
  name: 'guildhall_viewer', // prepared once per connection
  text: `select set_config('guildhall.person_id', $1, false), set_config('guildhall.organisation_id', $2, false), set_config('guildhall.role', $3, false), set_config('guildhall.request_id', $4, false), set_config('guildhall.traceparent', $5, false)`,
};

/** By what is written, it is known later which request it was: its id, and its trace when it is recorded. */
function originSettings(request: CurrentRequest | undefined): [requestId: string, traceparent: string] {
  const { requestId = '', tracing } = request ?? {};
  if (!tracing?.span.isRecording()) return [requestId, ''];
  return [requestId, tracing.telemetry.headersOf(tracing.span)['traceparent'] ?? ''];
}

function viewerSettings(viewer: Viewer | undefined): string[] {
  return viewer ? [viewer.personId ?? '', viewer.organisationId ?? '', viewer.role] : ['', '', ''];
}

/** A connection that knows for whom it is checked out. */
class ViewerConnection extends pg.Client {
  /** Whom the server takes for the viewer, and for which request; undefined while unknown. */
  #viewer: string | undefined;
  #origin: string | undefined;
  #request: CurrentRequest | undefined;
  readonly #onStatement: ((statement: Statement) => void) | undefined;
  readonly #onTime: ((seconds: number) => void) | undefined;

  constructor(config: ViewerPoolConfig) {
    super(config);
    this.#onStatement = config.onStatement;
    this.#onTime = config.onTime;
    // A backend that ends while it is checked out must fail the statement, not the process.
    this.on('error', () => {});
  }

  /**
   * Tells the server whose request comes next; without one, that nobody asks. Costs nothing when it knows.
   *
   * @param reads only reads follow: only what is written is kept with where it comes from.
   */
  async serve(request: CurrentRequest | undefined, reads = false): Promise<void> {
    this.#request = request;
    const viewer = viewerSettings(request?.viewer);
    const known = viewer.join('\n');
    if (reads && known === this.#viewer) return;
    const origin = originSettings(request);
    if (known === this.#viewer && origin.join('\n') === this.#origin) return;
    this.#viewer = undefined;
    await super.query({ ...setViewer, values: [...viewer, ...origin] });
    this.#viewer = known;
    this.#origin = origin.join('\n');
  }

  // One body serves the overloads of pg.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  override query(...args: any[]): any {
    const [config] = args;
    const sql: string = typeof config === 'string' ? config : (config.text ?? '');
    if (setsTheSession.test(sql)) {
      return Promise.reject(
        new Error(
          'A statement sets the session of its connection, which only the viewer-aware pool may do; use runAs or asSystem.',
        ),
      );
    }
    return this.#observed(sql, args);
  }

  /** A `select` of which it is known that it sets nothing. */
  read(config: pg.QueryConfig): Promise<pg.QueryResult> {
    return this.#observed(config.text, [config]) as Promise<pg.QueryResult>;
  }

  #observed(sql: string, args: unknown[]): unknown {
    const request = this.#request;
    const { span } = spanOf(request, sql);
    const begun = performance.now();
    const observe = (rows: number, error?: unknown): void => {
      span?.setAttribute('db.response.returned_rows', rows);
      if (span && error !== undefined) markFailed(span, error);
      span?.end();
      this.#onTime?.((performance.now() - begun) / 1000);
      if (request) {
        request.cost.statements += 1;
        request.cost.rows += rows;
      }
      this.#onStatement?.({ sql, rows });
    };
    const result = (super.query as (...all: unknown[]) => unknown)(...args);
    if (!(result instanceof Promise)) return result;
    return result.then(
      (answer: pg.QueryResult) => {
        observe(answer.rowCount ?? 0);
        return answer;
      },
      (error: unknown) => {
        observe(0, error);
        throw error;
      },
    );
  }
}

export interface ViewerPoolConfig extends pg.PoolConfig {
  /** Called once for each statement of the service, after it; not for those by which the pool sets the viewer. */
  onStatement?: ((statement: Statement) => void) | undefined;
  /** Told how many seconds each statement of the service took. */
  onTime?: ((seconds: number) => void) | undefined;
}

/** A statement's span, by OpenTelemetry's conventions for databases; its text has no values in it. */
function spanOf(request: CurrentRequest | undefined, sql: string): { span?: Span } {
  if (!request?.tracing?.span.isRecording()) return {};
  const { telemetry, span: parent } = request.tracing;
  const operation = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? 'SQL';
  const attributes = {
    'db.system.name': 'postgresql',
    'db.operation.name': operation,
    'db.query.text': sql,
  };
  return { span: telemetry.start(operation, { kind: 'client', parent, attributes }) };
}

/**
 * A pool whose connections carry the viewer of the request that checks them out, taken from
 * {@link currentRequest}: row policies read it. It is set when the connection last served another viewer
 * or, unless it only reads, another request; with no request at all the settings are emptied, and every table looks empty. It needs
 * session state, so no pooler in transaction mode may stand between.
 */
export class ViewerPool extends pg.Pool {
  constructor(config: ViewerPoolConfig) {
    super({ ...config, Client: ViewerConnection as unknown as new () => pg.Client });
  }

  /** @throws when no connection can be had, or when the viewer cannot be set, which drops the connection. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  override connect(callback?: (...args: any[]) => void): any {
    // Read before anything is awaited: in the context of the caller, not of whoever releases a connection.
    const request = currentRequest.getStore();
    const client = this.#checkOut(request, false);
    if (!callback) return client;
    client.then(
      (connected) => callback(undefined, connected, connected.release),
      (error: unknown) => callback(error, undefined, () => {}),
    );
  }

  async #checkOut(
    request: CurrentRequest | undefined,
    reads: boolean,
  ): Promise<ViewerConnection & pg.PoolClient> {
    const client = (await super.connect()) as ViewerConnection & pg.PoolClient;
    try {
      await client.serve(request, reads);
      return client;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }

  /** Unlike pg's own, keeps the connection when PostgreSQL merely refuses the statement. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  override query(...args: any[]): any {
    const callback = typeof args.at(-1) === 'function' ? args.pop() : undefined;
    const result = this.#query(args);
    if (!callback) return result;
    result.then(
      (answer) => callback(undefined, answer),
      (error: unknown) => callback(error),
    );
  }

  async #query(args: unknown[]): Promise<unknown> {
    const client: pg.PoolClient = await this.connect();
    return releasing(client, () => (client.query as (...all: unknown[]) => Promise<unknown>)(...args));
  }

  /**
   * Runs one `select` of kit's own as the viewer of the request that asks. The connection may still name an earlier
   * request of the same viewer, since nothing is written that would keep it.
   */
  async read(config: pg.QueryConfig): Promise<unknown[]> {
    const client = await this.#checkOut(currentRequest.getStore(), true);
    const { rows } = await releasing(client, () => client.read(config));
    return rows;
  }
}

/** Gives a connection back, and keeps it when PostgreSQL merely refused the statement. */
async function releasing<Result>(client: pg.PoolClient, work: () => Promise<Result>): Promise<Result> {
  try {
    const answer = await work();
    client.release();
    return answer;
  } catch (error) {
    client.release(isMereRefusal(error) ? undefined : (error as Error));
    throw error;
  }
}

/** A prepared statement whose columns have changed since is refused for ever: a new connection prepares it anew. */
const cachedPlanIsStale = '0A000';

function isMereRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR' && error.code !== cachedPlanIsStale;
}
