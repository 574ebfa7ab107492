import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import pg from 'pg';
import { findBinaries, type Binaries } from './embedded/binaries.ts';
import { freePort } from './embedded/freePort.ts';
import { reachableBinaries, reachableDataDirectory } from './embedded/reachable.ts';
import { runningPostmaster } from './embedded/runningPostmaster.ts';
import { systemUser, type SystemUser } from './embedded/systemUser.ts';

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  /** Address of the database `guildhall` as `guildhall_owner`, who is no superuser. */
  ownerUrl: string;
  /** The TCP port on 127.0.0.1. */
  port: number;
  /** Ends every connection and the server; resolves once it has exited. */
  stop(): Promise<void>;
  /** Resolves when the server has ended, also when nobody asked it to. */
  exited: Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where the cluster lives; made on first use. */
  dataDirectory: string;
  /** The port on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** False gives up crash safety for speed (tests). */
  durable: boolean;
  /** Called as soon as the server's process runs, some tenths of a second before it takes connections. */
  onSpawn?: () => void;
  /** Receives the server's log, line by line. */
  onLog?: (line: string) => void;
}

interface Passwords {
  superuser: string;
  owner: string;
}

const ownerName = 'guildhall_owner';
const databaseName = 'guildhall';
const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' };

// PostgreSQL runs in a process group of its own, so that Ctrl-C in a terminal does not end it before the parts
// that use it. The shell ends it when the pipe on descriptor 3 closes, which also happens when this process
// is killed: nothing is ever left behind.
const supervise = `"$@" 3<&- & server=$!
(read -r _ <&3; kill -INT $server) 2>/dev/null & watch=$!
exec 3<&-
wait $server; code=$?
kill $watch 2>/dev/null
exit $code`;

/**
 * Starts the embedded PostgreSQL on 127.0.0.1, making the cluster, the role `guildhall_owner` and its database
 * `guildhall` on first use.
 *
 * @throws Error in one sentence when the port is taken, the cluster is already running, or it does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = systemUser();
  let binaries = await findBinaries();
  let dataDirectory = resolve(options.dataDirectory);
  if (user) {
    binaries = reachableBinaries(binaries, user);
    dataDirectory = reachableDataDirectory(dataDirectory, user);
  }

  if (!existsSync(join(dataDirectory, 'PG_VERSION'))) await makeCluster(dataDirectory, binaries, user);
  const passwords = JSON.parse(readFileSync(passwordFile(dataDirectory), 'utf8')) as Passwords;

  const running = runningPostmaster(dataDirectory);
  if (running !== null)
    throw new Error(
      `PostgreSQL already runs on ${dataDirectory} as process ${running}: stop what uses it, or end that process.`,
    );

  // A free port can be taken between finding and using it: try again then.
  for (let attempt = 1; ; attempt++) {
    const port = options.port === 0 ? await freePort() : options.port;
    try {
      const { stop, exited } = await startServer({ ...options, dataDirectory, port }, binaries, user);
      try {
        await makeOwner(port, passwords);
      } catch (error) {
        await stop();
        throw error;
      }
      const ownerUrl = `postgresql://${ownerName}:${passwords.owner}@127.0.0.1:${port}/${databaseName}`;
      return { ownerUrl, port, stop, exited };
    } catch (error) {
      if (!(error instanceof PortTaken) || options.port !== 0 || attempt === 5) throw error;
    }
  }
}

/** The port is in use by another program. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken: PostgreSQL cannot listen on it; choose another or stop what uses it.`);
  }
}

function passwordFile(dataDirectory: string): string {
  return join(dataDirectory, 'guildhall-passwords.json');
}

/** Makes the cluster beside its place and moves it there when complete: an interrupted first start leaves none. */
async function makeCluster(dataDirectory: string, binaries: Binaries, user: SystemUser | null) {
  const unfinished = `${dataDirectory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(dataDirectory), { recursive: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwords: Passwords = {
    superuser: randomBytes(24).toString('hex'),
    owner: randomBytes(24).toString('hex'),
  };
  const secretDirectory = mkdtempSync(join(tmpdir(), 'guildhall-initdb-'));
  const secretFile = join(secretDirectory, 'password');
  try {
    writeFileSync(secretFile, passwords.superuser, { mode: 0o600 });
    if (user)
      for (const path of [unfinished, secretDirectory, secretFile]) chownSync(path, user.uid, user.gid);
    const child = spawn(
      binaries.initdb,
      [
        `--pgdata=${unfinished}`,
        '--username=postgres',
        `--pwfile=${secretFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same order of texts on every machine.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-sync',
        '--no-instructions',
      ],
      { ...user, env: environment, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0)
      throw new Error(`PostgreSQL could not make a cluster in ${dataDirectory}: ${complaint.trim()}`);
    writeFileSync(passwordFile(unfinished), JSON.stringify(passwords), { mode: 0o600 });
    renameSync(unfinished, dataDirectory);
  } finally {
    rmSync(secretDirectory, { recursive: true, force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function startServer(
  { dataDirectory, port, durable, onSpawn, onLog }: EmbeddedPostgresOptions,
  binaries: Binaries,
  user: SystemUser | null,
): Promise<Pick<EmbeddedPostgres, 'stop' | 'exited'>> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    logging_collector: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  const child = spawn(
    '/bin/sh',
    [
      ...['-c', supervise, 'sh', binaries.postgres, '-D', dataDirectory],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...user, env: environment, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const lifeline = child.stdio[3] as Writable;
  lifeline.on('error', () => {}); // The server ended first.
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  const lastLines: string[] = [];
  await new Promise<void>((ready, reject) => {
    child.once('spawn', () => onSpawn?.());
    child.once('error', reject);
    child.once('close', () => {
      const log = lastLines.join('\n');
      reject(
        log.includes('Address already in use')
          ? new PortTaken(port)
          : new Error(`PostgreSQL did not start on ${dataDirectory}; it said: ${log || 'nothing'}`),
      );
    });
    createInterface({ input: child.stderr! }).on('line', (line) => {
      onLog?.(line);
      if (lastLines.push(line) > 10) lastLines.shift();
      if (line.includes('database system is ready to accept connections')) ready();
    });
  });

  const stop = async () => {
    lifeline.end();
    const killer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), 20_000);
    await exited;
    clearTimeout(killer);
  };
  return { stop, exited };
}

/** Makes the owner and the database where they are missing. The only work done as superuser. */
async function makeOwner(port: number, passwords: Passwords): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: passwords.superuser,
    database: 'postgres',
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ owner: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as owner,
              exists (select from pg_database where datname = $2) as database`,
      [ownerName, databaseName],
    );
    if (!rows[0]?.owner)
      await client.query(
        `create role ${ownerName} login createrole createdb password ${pg.escapeLiteral(passwords.owner)}`,
      );
    if (!rows[0]?.database) await client.query(`create database ${databaseName} owner ${ownerName}`);
  } finally {
    await client.end();
  }
}
