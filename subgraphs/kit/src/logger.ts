import { pino } from 'pino';
import type { DestinationStream, Logger as PinoLogger } from 'pino';
import { loggedError } from './loggedError.ts';

/** A structured logger; `child` adds fields to every line. */
export type Logger = PinoLogger;

/**
 * Makes the logger of a process or of one service in it.
 *
 * @param options.name the service, a field of every line.
 * @param options.level the least level that is written: trace, debug, info, warn, error, fatal or silent.
 * @param options.pretty lines for people instead of JSON.
 * @param options.destination where lines go, standard output by default.
 */
export function createLogger(options: {
  name: string;
  level?: string;
  pretty?: boolean;
  destination?: DestinationStream;
}): Logger {
  const { name, level = 'info', pretty = false, destination = pino.destination({ sync: pretty }) } = options;
  return pino(
    {
      name,
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: loggedError, error: loggedError },
    },
    pretty ? { write: (line) => destination.write(readable(line)) } : destination,
  );
}

/** One line for a person: `12:00:01.000 people warn The message key=value`, then the stack, if any. */
function readable(line: string): string {
  const { time, level, name, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const fields = Object.entries(rest).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
  const error = err as { type: string; message: string; stack?: string } | undefined;
  const trace = error ? `\n  ${error.type}: ${error.message}\n${error.stack ?? ''}` : '';
  return `${String(time).slice(11, 23)} ${String(name)} ${String(level)} ${String(msg ?? '')}${fields.join('')}${trace}\n`;
}
