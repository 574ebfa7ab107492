import { PrismaPg } from '@prisma/adapter-pg';
import { Gauge, Histogram } from 'prom-client';
import type { RequestContext } from './context.ts';
import { currentRequest } from './currentRequest.ts';
import type { CurrentRequest } from './currentRequest.ts';
import { guardedClient } from './guardedClient.ts';
import type { Metrics } from './metrics.ts';
import { createRowReader, type ReadRows } from './readRows.ts';
import { ViewerPool } from './viewerPool.ts';
import type { Statement } from './viewerPool.ts';

export type { Statement } from './viewerPool.ts';

/** What kit asks of a Prisma client. */
export interface PrismaClientLike {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  $transaction: (...args: any[]) => Promise<any>;
  $disconnect(): Promise<void>;
}

/** The client that an interactive transaction of this client hands to its function. */
export type TransactionOf<Client> = Omit<
  Client,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'
>;

/** A domain's database, as its service uses it. */
export interface Database<Client> {
  /** The domain's Prisma client; what it sees depends on {@link runAs}. */
  readonly client: Client;
  /** Reads rows by a `select` of our own, as lists and loaders do. */
  readonly read: ReadRows;
  /** The connections under it, for the few questions that are not Prisma's. */
  readonly pool: ViewerPool;
  /** Waits for what is running and closes all connections; may be called twice. */
  close(): Promise<void>;
}

export interface DatabaseOptions<Client> {
  /** `postgresql://guildhall_<domain>:…@host:port/database`, the address of the domain's service role. */
  url: string;
  /** The PostgreSQL schema of the domain; what follows `guildhall_` in the user of the URL by default. */
  schema?: string;
  /** `(adapter) => new PrismaClient({ adapter })` with the domain's own client. */
  createClient: (adapter: PrismaPg) => Client;
  /** 10 by default. */
  maxConnections?: number;
  /** Called after each statement of the service; tests count with it. */
  onStatement?: ((statement: Statement) => void) | undefined;
  /** Where the number of connections is shown. */
  metrics?: Metrics | undefined;
}

/**
 * Opens a domain's database: a Prisma client over a pool whose connections carry the viewer. Nothing
 * connects before the first query. What may not be used of the client throws, see guardedClient.
 *
 * @throws when the URL says no schema and none is given, or when a second copy of pg is installed.
 */
export function createDatabase<Client extends PrismaClientLike>(
  options: DatabaseOptions<Client>,
): Database<Client> {
  const { url, createClient, maxConnections = 10, onStatement, metrics } = options;
  const schema = options.schema ?? new URL(url).username.match(/^guildhall_(.+)$/)?.[1];
  if (!schema) {
    throw new Error(
      'The database address has no user of the form guildhall_<domain>: name the schema, or use the service role.',
    );
  }
  const pool = new ViewerPool({
    connectionString: url,
    max: maxConnections,
    onStatement,
    onTime: metrics && timeStatements(metrics),
    application_name: `guildhall ${schema}`,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
  });
  // An idle connection that ends is taken out of the pool; the next query opens another.
  pool.on('error', () => {});
  const adapter = new PrismaPg(pool, { schema });
  assertPoolIsUsed(adapter, pool);
  if (metrics) showConnections(metrics, pool);

  const prisma = createClient(adapter);
  let closing: Promise<void> | undefined;
  return {
    client: guardedClient(prisma),
    read: createRowReader(pool),
    pool,
    close: () => (closing ??= prisma.$disconnect().then(() => pool.end())),
  };
}

/**
 * Makes sure that Prisma's adapter uses our pool. It recognises pools by the `pg` it imports itself: with a
 * second copy of pg installed it would take ours for a configuration, and open connections without a viewer.
 *
 * @throws when the adapter holds another pool.
 */
export function assertPoolIsUsed(adapter: object, pool: ViewerPool): void {
  if (Reflect.get(adapter, 'externalPool') !== pool) {
    throw new Error(
      'Prisma does not use the viewer-aware pool, because two copies of pg are installed: run npm ls pg and npm dedupe until there is one.',
    );
  }
}

/**
 * Runs something on behalf of a viewer: every query that it awaits sees that viewer's rows. Await Prisma's
 * promises inside, since they run where they are awaited.
 *
 * @param request for whom, the request id that history keeps, and the trace that statements become part of.
 * @param work what to run.
 */
export async function runAs<Result>(
  request: Pick<CurrentRequest, 'viewer' | 'requestId' | 'tracing'>,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const store: CurrentRequest = { ...request, cost: { statements: 0, rows: 0 }, inTransaction: false };
  return currentRequest.run(store, async () => await work());
}

/**
 * Runs one use-case that must see more than its caller: one transaction whose viewer is `system`. History
 * still names the person and the organisation that asked. Only `tx` sees more: `ctx.db` stays the caller's.
 *
 * @param ctx the context of the request.
 * @param useCase the name of the use-case, for the log.
 * @param work what to do, with the transaction's client.
 * @throws when a transaction is open already, since that one has its viewer.
 */
export async function asSystem<Client extends PrismaClientLike, Result>(
  ctx: Pick<RequestContext<Client>, 'viewer' | 'requestId' | 'logger' | 'db'>,
  useCase: string,
  work: (tx: TransactionOf<Client>) => Promise<Result>,
): Promise<Result> {
  const outer = currentRequest.getStore();
  if (outer?.inTransaction) {
    throw new Error(
      `asSystem("${useCase}") was called inside a transaction, whose viewer cannot change: call it instead of $transaction.`,
    );
  }
  ctx.logger.info({ useCase }, 'A use-case runs as system.');
  const caller: CurrentRequest = {
    viewer: ctx.viewer,
    requestId: ctx.requestId,
    cost: outer?.cost ?? { statements: 0, rows: 0 },
    tracing: outer?.tracing,
    inTransaction: true,
  };
  const system: CurrentRequest = {
    ...caller,
    viewer: { ...ctx.viewer, role: 'system' },
    inTransaction: false,
  };
  return currentRequest.run(system, async () => {
    // The connection is checked out as system; what the use-case calls beside tx runs as the caller.
    return await ctx.db.$transaction(
      (tx: TransactionOf<Client>) => currentRequest.run(caller, () => work(tx)),
      patience,
    );
  });
}

/** Many who want the same row at once wait for one another: longer than Prisma would. In milliseconds. */
const patience = { maxWait: 15_000, timeout: 15_000 };

function timeStatements(metrics: Metrics): (seconds: number) => void {
  const histogram = new Histogram({
    name: 'guildhall_statement_seconds',
    help: 'How long SQL statements took, waiting for a connection not counted.',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10],
    registers: [metrics],
  });
  return (seconds) => histogram.observe(seconds);
}

function showConnections(metrics: Metrics, pool: ViewerPool): void {
  new Gauge({
    name: 'guildhall_database_connections_max',
    help: 'The most connections to PostgreSQL that there may be.',
    registers: [metrics],
  }).set(pool.options.max);
  new Gauge({
    name: 'guildhall_database_connections',
    help: 'Connections to PostgreSQL by state; waiting counts the queries that wait for one.',
    labelNames: ['state'],
    registers: [metrics],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}
