import { databaseError } from './databaseError.ts';

/** What of an error is written to a log. */
export interface LoggedError {
  type: string;
  message: string;
  sqlState?: string;
  constraint?: string;
  stack?: string;
  cause?: LoggedError;
}

/**
 * What of an error may be written to a log. Details, arguments and rows that errors carry along hold
 * personal data, and so can the text of a message; they stay out.
 *
 * @param error whatever was thrown.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'Something that is no Error was thrown.' };
  const database = databaseError(error);
  return {
    type: error.name,
    message: database ? withoutValues(database.sqlState, database.message) : safeMessage(error),
    ...(database && { sqlState: database.sqlState }),
    ...(database?.constraint && { constraint: database.constraint }),
    // The first lines of a stack repeat the message.
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(error.cause instanceof Error && !database && { cause: loggedError(error.cause) }),
  };
}

/** Prisma shows the arguments of a call above the last line of a validation error. */
function safeMessage(error: Error): string {
  return error.name === 'PrismaClientValidationError'
    ? (error.message.trim().split('\n').at(-1) ?? '')
    : error.message;
}

/** Messages of SQLSTATE class 22 (data exceptions) quote the value that was given. */
function withoutValues(sqlState: string, message: string): string {
  return sqlState.startsWith('22') ? message.replace(/: .*$/s, ': …').replace(/".*"/s, '"…"') : message;
}
