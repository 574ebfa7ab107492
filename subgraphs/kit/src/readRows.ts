import type { Sql } from '@prisma/client/runtime/client';
import pg from 'pg';
import { currentRequest } from './currentRequest.ts';
import { ConnectionLost } from './databaseError.ts';
import { setsTheSession, type ViewerPool } from './viewerPool.ts';

/**
 * Reads rows by a `select` of our own, under the viewer of the request that asks, without the detour through Prisma.
 * Values come as Prisma gives them: instants and days (midnight in UTC) as Date, `bigint` as bigint, JSON parsed.
 *
 * @param plan `forItsValues`, the default: PostgreSQL plans it for the values it has, as a list needs whose filters
 *   can leave one row or nearly all. `kept`: prepared once on each connection with a plan for all values alike, for
 *   rows by their keys, which are found the same way whatever the keys are.
 * @throws Error when the statement is no `select`, when a transaction is open, which it would not see, or when a
 *   column has a type that `column types` below does not know; what PostgreSQL refuses as pg throws it.
 */
export type ReadRows = <Row>(statement: Sql, plan?: 'forItsValues' | 'kept') => Promise<Row[]>;

/** So many different statements are looked at once and, if they are kept, prepared on each connection. */
const mostKnown = 500;

/** Makes the function that reads rows over a pool. */
export function createRowReader(pool: ViewerPool): ReadRows {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    let name = names.get(text);
    if (name === undefined) {
      if (!/^\s*select\b/i.test(text)) {
        throw new Error('Only a select may be read this way: write with the Prisma client.');
      }
      if (setsTheSession.test(text)) {
        throw new Error(
          'A select sets the session of its connection, which only the viewer-aware pool may do.',
        );
      }
      if (names.size >= mostKnown) return undefined;
      name = `guildhall_${names.size}`;
      names.set(text, name);
    }
    return name;
  };
  return async <Row>(statement: Sql, plan: 'forItsValues' | 'kept' = 'forItsValues'): Promise<Row[]> => {
    if (currentRequest.getStore()?.inTransaction) {
      throw new Error(
        'A list or a loader was asked inside a transaction, which it would not see: ask before it, or use tx.',
      );
    }
    const { text, values } = statement;
    const name = nameOf(text);
    const config = {
      // What has no name is planned each time it is run.
      ...(plan === 'kept' && { name }),
      text,
      values: values.map(asParameter),
      types: columnTypes,
    };
    try {
      return (await pool.read(config)) as Row[];
    } catch (error) {
      throw ConnectionLost.orElse(error);
    }
  };
}

/** pg writes a Date by the clocks of the process. */
function asParameter(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

const { builtins } = pg.types;
const asIs = (text: string): string => text;

const parsers: Record<number, (text: string) => unknown> = {
  [builtins.UUID]: asIs,
  [builtins.TEXT]: asIs,
  [builtins.VARCHAR]: asIs,
  [builtins.BOOL]: (text) => text === 't',
  [builtins.INT2]: Number,
  [builtins.INT4]: Number,
  [builtins.INT8]: BigInt,
  [builtins.FLOAT8]: Number,
  [builtins.DATE]: (text) => new Date(`${text}T00:00:00Z`),
  [builtins.TIMESTAMPTZ]: instant,
  [builtins.JSON]: (text) => JSON.parse(text),
  [builtins.JSONB]: (text) => JSON.parse(text),
};

const columnTypes = {
  getTypeParser: (type: number) => parsers[type] ?? unknownType(type),
};

/**
 * `2026-11-02 07:00:00.5+00`. Digit by digit in the form that nearly all have, since lists are full of them.
 */
function instant(text: string): Date {
  if (!(text.endsWith('+00') && text[10] === ' ' && text.length <= 26 && text >= '1'))
    return instantOfAnyForm(text);
  const milliseconds = text.length > 22 ? Math.round(Number(text.slice(19, -3)) * 1000) : 0;
  return new Date(
    Date.UTC(
      digits(text, 0) * 100 + digits(text, 2),
      digits(text, 5) - 1,
      digits(text, 8),
      digits(text, 11),
      digits(text, 14),
      digits(text, 17),
      milliseconds,
    ),
  );
}

/** By the time zone of the session, whose offset can have minutes and, long ago, seconds. */
function instantOfAnyForm(text: string): Date {
  const [, day, time, sign, hours, minutes = 0, seconds = 0] =
    /^(\S+) ([\d:.]+)([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?$/.exec(text)!;
  const offset = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  const wholeDay = day!.length > 10 ? `+${day!.padStart(12, '0')}` : day;
  return new Date(Date.parse(`${wholeDay}T${time}Z`) - (sign === '-' ? -offset : offset));
}

/** The number that two digits make. */
function digits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

function unknownType(type: number): (text: string) => never {
  return () => {
    throw new Error(
      `A column has the PostgreSQL type ${type}, which lists do not read: cast it in the select.`,
    );
  };
}
