import pg from 'pg';

/** What PostgreSQL refused, whichever way Prisma wrapped it, or as pg told it. */
export interface DatabaseError {
  /** For example 23505 (unique), 23P01 (exclusion), 42501 (row policy), GH001 (a trigger of ours). */
  sqlState: string;
  /** The constraint that did not hold; null when it was no constraint. */
  constraint: string | null;
  /** PostgreSQL's own message. It can quote values: not for users, unless a trigger of ours wrote it. */
  message: string;
}

/** What Node says of a connection that cannot be had or breaks off. */
const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT']);

/** What pg says of a connection that is lost, or cannot be had in time. */
const isLost = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when)/;

/** The connection to PostgreSQL was lost, or cannot be had; as an error of its own, since Node's could be anybody's. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';

  /** What pg threw, or the loss that it tells of. */
  static orElse(error: unknown): unknown {
    if (!(error instanceof Error) || error instanceof pg.DatabaseError) return error;
    const lost = connectionCodes.has((error as { code?: string }).code ?? '') || isLost.test(error.message);
    return lost
      ? new ConnectionLost('The connection to PostgreSQL was lost, or cannot be had.', { cause: error })
      : error;
  }
}

/** The part of the adapter's error that is read here. */
interface AdapterCause {
  kind: string;
  originalCode?: string;
  originalMessage?: string;
  constraint?: { index?: string };
}

/** Prisma's errors that are told without PostgreSQL, and the SQLSTATE that says the same. */
const withoutAdapter: Record<string, string> = {
  P2025: '02000', // a record to change or delete is not there: no data
  P2034: '40001', // serialization failure or deadlock
  P2028: '25000', // the transaction has ended or timed out: invalid transaction state
};

/** The adapter's errors about the connection: connection exception. */
const connectionKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TlsConnectionError',
]);

/**
 * Finds out what PostgreSQL refused. pg tells it plainly, Prisma 7.10 in five ways: P2002, P2003 and their like,
 * P2010 for raw SQL, P2039 for the SQLSTATEs it does not know, P2025 for a record that is not there, and
 * at COMMIT a bare `DriverAdapterError`. Only some carry the name of the constraint; it always stands in
 * PostgreSQL's message.
 *
 * @param error whatever was thrown.
 * @returns null when it is no error of the database.
 */
export function databaseError(error: unknown): DatabaseError | null {
  if (!(error instanceof Error)) return null;
  const cause = adapterCause(error);
  if (cause) {
    const message = cause.originalMessage ?? error.message;
    const sqlState = cause.originalCode ?? (connectionKinds.has(cause.kind) ? '08006' : undefined);
    if (sqlState === undefined) return null;
    // Messages of other classes quote values, which could look like a constraint.
    const constraint = sqlState.startsWith('23') ? (cause.constraint?.index ?? constraintIn(message)) : null;
    return { sqlState, constraint, message };
  }
  if (error instanceof pg.DatabaseError && error.code !== undefined) {
    const { code, constraint = null, message } = error;
    return { sqlState: code, constraint: code.startsWith('23') ? constraint : null, message };
  }
  // pg says some of a connection while it is being made ready, before the adapter has it.
  const sqlState =
    error instanceof ConnectionLost || isLost.test(error.message)
      ? '08006'
      : withoutAdapter[(error as { code?: string }).code ?? ''];
  return sqlState === undefined ? null : { sqlState, constraint: null, message: error.message };
}

function adapterCause(error: Error): AdapterCause | undefined {
  const wrapped = (error as { meta?: { driverAdapterError?: unknown } }).meta?.driverAdapterError ?? error;
  if (!(wrapped instanceof Error) || wrapped.name !== 'DriverAdapterError') return undefined;
  return wrapped.cause as AdapterCause;
}

/** `… violates check constraint "shift_ends_after_start"`. */
function constraintIn(message: string): string | null {
  return message.match(/constraint "([^"]+)"/)?.[1] ?? null;
}

/**
 * Whether the database cannot be reached for the moment: connections are refused or lost (class 08), it starts or
 * stops (57P01 to 57P03), or has as many of them as it takes (53300).
 */
export function isOutOfReach({ sqlState }: DatabaseError): boolean {
  return sqlState.startsWith('08') || /^57P0[123]$/.test(sqlState) || sqlState === '53300';
}

/** PostgreSQL undid the transaction for another's sake, a deadlock or a serialization failure: it may run again. */
const mayRunAgain = new Set(['40P01', '40001']);
const mostRuns = 3;

/**
 * Runs a use-case and turns what the database refuses into a refusal that a person can act on. Put it
 * around the whole transaction, never inside: after one error a transaction is dead. A use-case whose
 * transaction was undone for another's sake runs again, three times at most.
 *
 * @param useCase what to run: one statement or one transaction.
 * @param refusals what to answer, by the name of a constraint or by SQLSTATE; the name comes first.
 * @returns what the use-case returns, or the refusal.
 * @throws what the use-case throws, when no refusal is given for it.
 */
export async function refuse<Result, Refusals extends Record<string, (error: DatabaseError) => unknown>>(
  useCase: () => Promise<Result>,
  refusals: Refusals,
): Promise<Result | Awaited<ReturnType<Refusals[keyof Refusals]>>> {
  for (let run = 1; ; run++) {
    try {
      return await useCase();
    } catch (error) {
      const refused = databaseError(error);
      if (refused && mayRunAgain.has(refused.sqlState) && run < mostRuns) continue;
      const refusal = refused && (refusals[refused.constraint ?? ''] ?? refusals[refused.sqlState]);
      if (!refused || !refusal) throw error;
      return (await refusal(refused)) as Awaited<ReturnType<Refusals[keyof Refusals]>>;
    }
  }
}
