import { z } from 'zod';
import { graphError } from './errors.ts';

/** The place of a row in an ordered list: the value it is ordered by, and its id. */
export interface Cursor {
  readonly value: string;
  readonly id: string;
}

const cursorSchema = z.tuple([z.string(), z.string(), z.string()]);

/**
 * Writes a cursor: opaque to clients, base64url of the order's name, the value and the id.
 * Instants are written as RFC 3339 in UTC with milliseconds, the precision they are stored in.
 */
export function encodeCursor(order: string, value: unknown, id: string | bigint): string {
  const text = value instanceof Date ? value.toISOString() : String(value);
  return Buffer.from(JSON.stringify([order, text, String(id)])).toString('base64url');
}

/**
 * Reads a cursor that `encodeCursor` wrote for the same order.
 *
 * @throws GraphQLError BAD_USER_INPUT when it is none, or was given out for another order.
 */
export function decodeCursor(order: string, cursor: string, type: string, idType = 'uuid'): Cursor {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success || !fits(parsed.data[1], type) || !fits(parsed.data[2], idType)) {
    throw graphError(
      'BAD_USER_INPUT',
      'This cursor was not given out by this list. Start from the first page.',
    );
  }
  const [writtenFor, value, id] = parsed.data;
  if (writtenFor !== order) {
    throw graphError(
      'BAD_USER_INPUT',
      'This cursor belongs to another order of the list. Start from the first page.',
    );
  }
  return { value, id };
}

/** Whether PostgreSQL will read the text as a value of the type. */
function fits(value: string, type: string): boolean {
  switch (type) {
    case 'timestamptz':
      return z.iso.datetime().safeParse(value).success;
    case 'uuid':
      return z.uuid().safeParse(value).success;
    case 'bigint':
      return /^\d{1,18}$/.test(value);
    default:
      return !value.includes('\0');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
