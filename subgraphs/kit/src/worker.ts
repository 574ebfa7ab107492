import { EventEmitter } from 'node:events';
import type { PrismaPg } from '@prisma/adapter-pg';
import fastify from 'fastify';
import { Logger as QueueLogger, run, type WorkerEvents, type WorkerPool } from 'graphile-worker';
import pg from 'pg';
import { Counter, Gauge, Histogram } from 'prom-client';
import { createContext, type RequestContext } from './context.ts';
import type { Tracing } from './currentRequest.ts';
import { createDatabase, type Database, type PrismaClientLike, runAs } from './database.ts';
import type { SettingInForce } from './env.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { readProcessSettings, runProcess } from './runProcess.ts';
import { tracingOf } from './serviceSettings.ts';
import { createTelemetry, markFailed, noTelemetry, type Telemetry } from './telemetry.ts';
import { system } from './viewer.ts';

/**
 * Does one job, as the viewer `system`. It may run twice: the first time may have been cut off after its work was
 * committed and before that was noted.
 */
export type JobHandler<Client> = (ctx: RequestContext<Client>, payload: unknown) => Promise<void>;

/** What a domain's worker is made of; everything else is the same for all of them. */
export interface WorkerOf<Client> {
  /** The name of the domain: its queue is the PostgreSQL schema `<name>_jobs`. */
  readonly name: string;
  readonly createClient: (adapter: PrismaPg) => Client;
  /** By the name under which jobs are enqueued. */
  readonly handlers: Readonly<Record<string, JobHandler<Client>>>;
}

export interface StartWorkerOptions {
  /** The port of `/healthz`, `/readyz`, `/status` and `/metrics`; 0 takes a free one. */
  readonly port: number;
  /** The loopback address by default. */
  readonly host?: string;
  /** The address of the domain's service role. */
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** How often to look for jobs that have become due, in milliseconds: 2000 by default. */
  readonly pollInterval?: number;
  readonly version?: string;
  readonly commit?: string | undefined;
  readonly settings?: readonly SettingInForce[] | undefined;
  /** The worker closes it when it is closed. */
  readonly telemetry?: Telemetry;
}

export interface RunningWorker {
  readonly name: string;
  /** Where it says how it is, without a path. */
  readonly url: string;
  /** Rejects when the worker has ended and nobody asked it to. */
  readonly failed: Promise<never>;
  /** Takes no further job, finishes those it has begun, and closes its connections; may be called twice. */
  close(): Promise<void>;
}

export type StartWorker = (options: StartWorkerOptions) => Promise<RunningWorker>;

/** So many jobs of one process run at once. */
const concurrency = 4;

/** A worker that is gone holds the jobs that it had begun; so often others look whether one is, in milliseconds. */
const lookForDead = 5_000;

/** Makes the function that starts a domain's worker, in a process of its own or beside others. */
export function defineWorker<Client extends PrismaClientLike>(worker: WorkerOf<Client>): StartWorker {
  return async (options) => {
    const { name, createClient, handlers } = worker;
    const { logger, metrics, databaseUrl, host = '127.0.0.1', pollInterval = 2_000 } = options;
    const { version = 'development', commit = null, settings = [], telemetry = noTelemetry } = options;
    const startedAt = new Date().toISOString();
    const schema = `${name}_jobs`;

    await using begun = new AsyncDisposableStack();
    begun.defer(() => telemetry.close());
    const database = createDatabase({
      url: databaseUrl,
      schema: name,
      createClient,
      maxConnections: concurrency,
    });
    begun.defer(() => database.close());
    const queue = queuePool(databaseUrl, name);
    begun.defer(() => queue.end());
    // Held as long as the process lives: by it the others know that its jobs are still being done.
    const life = new pg.Client({ connectionString: databaseUrl, options: asSystem, keepAlive: true });
    life.on('error', (err) =>
      logger.warn({ err }, 'The connection by which others know of this worker broke.'),
    );
    await life.connect();
    begun.defer(() => life.end());

    const measure = measures({ metrics, queue, schema, logger });
    let pool: WorkerPool | undefined;
    const runner = await run({
      pgPool: queue,
      schema,
      concurrency,
      pollInterval,
      noHandleSignals: true,
      parsedCronItems: [],
      logger: queueLogger(logger),
      events: eventsOf(measure, (created) => (pool = created)),
      taskList: Object.fromEntries(
        Object.entries(handlers).map(([task, handle]) => [
          task,
          (payload, { job }) => {
            const { link, own } = apart(payload);
            const requestId = `job-${name}-${job.id}`;
            const span = telemetry.start(`${name} ${task}`, {
              kind: 'consumer',
              link,
              attributes: { 'guildhall.task': task, 'guildhall.request_id': requestId },
            });
            return inContext({ database, logger, requestId, tracing: { telemetry, span } }, (ctx) =>
              handle(ctx, own),
            );
          },
        ]),
      ),
    });
    begun.defer(() => runner.stop().catch(() => {}));
    await life.query('select pg_advisory_lock(hashtextextended($1, 0))', [pool!.id]);
    const freeDead = () => unlockDead(queue, schema, logger);
    await freeDead();
    const looking = setInterval(
      () => void freeDead().catch((err: unknown) => logger.warn({ err }, 'Looking for dead workers failed.')),
      lookForDead,
    );
    begun.defer(() => clearInterval(looking));

    let closing = false;
    // Without it others would take this worker for dead, and do its jobs again: it ends, and is started anew.
    life.once('end', () => void (!closing && runner.stop().catch(() => {})));
    const failed = new Promise<never>((_, reject) => {
      const end = (cause?: unknown) => {
        if (!closing) reject(new Error(`The worker of ${name} has ended by itself.`, { cause }));
      };
      runner.promise.then(() => end(), end);
    });
    failed.catch((err: unknown) => logger.error({ err }, 'The worker has ended.'));
    let isBroken = false;
    failed.catch(() => (isBroken = true));

    const server = fastify({ logger: false });
    server.get('/healthz', () => ({ status: 'ok' }));
    server.get('/readyz', async (_request, reply) => {
      const reaches = await queue.query(`select from ${schema}._private_jobs limit 1`).then(
        () => true,
        () => false,
      );
      if (reaches && !isBroken && !closing) return { status: 'ready' };
      return reply.code(503).send({ status: 'not ready' });
    });
    server.get('/status', () => ({ name: `${name} worker`, version, commit, startedAt, settings }));
    server.get('/metrics', async (_request, reply) =>
      reply.type(metrics.contentType).send(await metrics.metrics()),
    );
    const url = await server.listen({ host, port: options.port });
    begun.defer(() => server.close());

    const running = begun.move();
    let closed: Promise<void> | undefined;
    return {
      name,
      url,
      failed,
      close: () => {
        closing = true;
        return (closed ??= running.disposeAsync());
      },
    };
  };
}

/**
 * Runs a domain's worker as a process of its own, see {@link runProcess}, by settings of the environment: PORT,
 * <DOMAIN>_DATABASE_URL, and at will HOST, LOG_LEVEL, VERSION, COMMIT and those of tracing.
 */
export async function runWorker(name: string, start: StartWorker): Promise<void> {
  await runProcess(async () => start(await settingsOf(name)));
}

async function settingsOf(name: string): Promise<StartWorkerOptions> {
  const { environment, databaseUrl, inForce } = readProcessSettings(name, 4101, {});
  const service = `${name}-worker`;
  return {
    port: environment.PORT,
    host: environment.HOST,
    databaseUrl,
    version: environment.VERSION,
    commit: environment.COMMIT,
    settings: inForce,
    telemetry: await createTelemetry({ service, ...tracingOf(environment) }),
    logger: createLogger({ name: service, level: environment.LOG_LEVEL }),
    metrics: createMetrics(service),
  };
}

/** Row policies of a queue know the viewer `system` alone; nothing else runs on these connections. */
const asSystem = '-c guildhall.role=system';

/** The connections by which graphile-worker looks for jobs; handlers have their own, which carry their viewer. */
function queuePool(databaseUrl: string, name: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: asSystem,
    max: concurrency + 2,
    application_name: `guildhall ${name} worker`,
    keepAlive: true,
  });
  // A connection that breaks: the next statement says so.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * Gives back the jobs of workers that are gone without a word: those whose lock of being alive is free. graphile-worker
 * itself would wait four hours.
 */
async function unlockDead(queue: pg.Pool, schema: string, logger: Logger): Promise<void> {
  const client = await queue.connect();
  try {
    const { rows } = await client.query<{ worker: string; dead: boolean }>(
      `select worker, pg_try_advisory_lock(hashtextextended(worker, 0)) as dead
         from (select distinct locked_by as worker from ${schema}._private_jobs
                where locked_at < now() - interval '2 seconds') locked`,
    );
    const dead = rows.filter((row) => row.dead).map(({ worker }) => worker);
    if (dead.length === 0) return;
    await client.query(`select ${schema}.force_unlock_workers($1)`, [dead]);
    await client.query('select pg_advisory_unlock_all()');
    logger.warn({ workers: dead }, 'Jobs of workers that are gone were given back.');
  } finally {
    client.release();
  }
}

/** What a job was given, and the trace of the request that enqueued it, which `enqueue` keeps among it. */
function apart(payload: unknown): { link: Record<string, string>; own: unknown } {
  const { traceparent, ...own } = payload as Record<string, unknown>;
  return { link: typeof traceparent === 'string' ? { traceparent } : {}, own };
}

async function inContext<Client extends PrismaClientLike>(
  of: { database: Database<Client>; logger: Logger; requestId: string; tracing: Tracing },
  work: (ctx: RequestContext<Client>) => Promise<void>,
): Promise<void> {
  const { database, logger, requestId, tracing } = of;
  const { client: db, read } = database;
  try {
    await runAs({ viewer: system, requestId, tracing }, () =>
      work(createContext({ viewer: system, requestId, logger, db, read })),
    );
  } catch (error) {
    markFailed(tracing.span, error);
    throw error;
  } finally {
    tracing.span.end();
  }
}

function measures({
  metrics,
  queue,
  schema,
  logger,
}: {
  metrics: Metrics;
  queue: pg.Pool;
  schema: string;
  logger: Logger;
}) {
  const registers = [metrics];
  /** Null where the database is silent: what cannot be counted is left out, and all else is still shown. */
  const count = async <Row>(what: string): Promise<Row | null> => {
    try {
      const { rows } = await queue.query(`select ${what} from ${schema}._private_jobs`);
      return rows[0] as Row;
    } catch (error) {
      logger.warn({ err: error }, 'The jobs of the queue cannot be counted.');
      return null;
    }
  };
  new Gauge({
    name: 'guildhall_jobs',
    help: 'Jobs of the queue by state: due, running, scheduled for later, failed for good.',
    labelNames: ['state'],
    registers,
    async collect() {
      const jobs = await count<Record<'due' | 'running' | 'scheduled' | 'dead', number>>(`
        count(*) filter (where locked_at is null and run_at <= now() and attempts < max_attempts)::integer as due,
        count(*) filter (where locked_at is not null)::integer as running,
        count(*) filter (where locked_at is null and run_at > now() and attempts < max_attempts)::integer as scheduled,
        count(*) filter (where locked_at is null and attempts >= max_attempts)::integer as dead`);
      if (!jobs) return this.reset();
      for (const [state, number] of Object.entries(jobs)) this.set({ state }, number);
    },
  });
  new Gauge({
    name: 'guildhall_oldest_due_job_seconds',
    help: 'For how long the oldest job that is due has waited; 0 when none is.',
    registers,
    async collect() {
      const oldest = await count<{ age: number }>(`
        coalesce(extract(epoch from now() - min(run_at) filter (
          where locked_at is null and run_at <= now() and attempts < max_attempts
        )), 0)::float8 as age`);
      if (oldest) this.set(oldest.age);
      else this.remove();
    },
  });
  return {
    done: new Counter({
      name: 'guildhall_jobs_done_total',
      help: 'Jobs that were done.',
      labelNames: ['task'],
      registers,
    }),
    failed: new Counter({
      name: 'guildhall_jobs_failed_total',
      help: 'Runs of jobs that failed; they run again.',
      labelNames: ['task'],
      registers,
    }),
    seconds: new Histogram({
      name: 'guildhall_job_seconds',
      help: 'How long runs of jobs took.',
      labelNames: ['task'],
      buckets: [0.005, 0.025, 0.1, 0.5, 2.5, 10, 60],
      registers,
    }),
  };
}

function eventsOf(measure: ReturnType<typeof measures>, onPool: (pool: WorkerPool) => void): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  const begun = new Map<string, number>();
  events.on('pool:create', ({ workerPool }) => onPool(workerPool));
  events.on('job:start', ({ job }) => void begun.set(job.id, performance.now()));
  events.on('job:success', ({ job }) => measure.done.inc({ task: job.task_identifier }));
  events.on('job:error', ({ job }) => measure.failed.inc({ task: job.task_identifier }));
  events.on('job:complete', ({ job }) => {
    const since = begun.get(job.id);
    begun.delete(job.id);
    if (since === undefined) return;
    measure.seconds.observe({ task: job.task_identifier }, (performance.now() - since) / 1000);
  });
  return events;
}

/** What graphile-worker says, among the lines of the service; payloads are not in it. */
function queueLogger(logger: Logger): QueueLogger {
  return new QueueLogger(() => (level, message) => {
    if (level === 'error') logger.error(message);
    else if (level === 'warning') logger.warn(message);
    else logger.debug(message);
  });
}
