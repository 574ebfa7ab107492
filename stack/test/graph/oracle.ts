import { execute, type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import type { Answering, OracleViewer, Row, Rows } from './expectation.ts';
import { expectations, merged } from './expectations.ts';

/** The cursor that the graph gives out for each row, by connection type and order: `ShiftConnection STARTS_AT ASC`. */
export type Cursors = ReadonlyMap<string, readonly { id: string; cursor: string }[]>;

export interface OracleData {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Every row of every table. */
  readonly rows: Rows;
  /** Names are ordered by the database's collation: the place of each name. */
  readonly nameRank: ReadonlyMap<string, number>;
  readonly cursors: Cursors;
}

const lists = merged('lists');
const filters = merged('filters');
const resolve = merged('resolve');

/**
 * Makes a function that answers queries from rows in memory: who sees which row, how lists are filtered, ordered
 * and paged.
 */
export function createOracle(data: OracleData) {
  const seen = new Map<string, Rows>();

  return async (
    viewer: OracleViewer,
    document: string,
    variables: Record<string, unknown>,
  ): Promise<ExecutionResult> => {
    const see = rowsSeenBy(viewer);
    return execute({
      schema: data.schema,
      document: parse(document),
      variableValues: variables,
      fieldResolver: (source: Row, args: Row, _ctx, info) => {
        const answering: Answering = {
          viewer,
          see,
          one: (table, id) => see[table]!.find((row) => row['id'] === id) ?? null,
          list: (type, rows, order) => page(type, rows ?? see[lists[type]!.table]!, args, see, order),
        };
        const answer = resolve[`${info.parentType.name}.${info.fieldName}`];
        if (answer) return answer(source, args, answering);
        const value = source[info.fieldName];
        return value instanceof Date ? value.toISOString() : value;
      },
    });
  };

  function rowsSeenBy(viewer: OracleViewer): Rows {
    const key = JSON.stringify(viewer);
    if (!seen.has(key)) {
      seen.set(
        key,
        Object.assign(
          { viewer: [viewer] },
          ...expectations.map((domain) => domain.visible(viewer, data.rows)),
        ),
      );
    }
    return seen.get(key)!;
  }

  function page(type: string, from: readonly Row[], args: Row, see: Rows, byDefault: object = {}): Row {
    const order = { field: lists[type]!.order, direction: 'ASC', ...byDefault, ...args['orderBy'] };
    const sign = order.direction === 'ASC' ? 1 : -1;
    const compare = (a: Row, b: Row) =>
      sign * (keyOf(type, a, order.field) - keyOf(type, b, order.field) || compareIds(a['id'], b['id']));
    const rows = from.filter((row) => matches(type, row, args['filter'] ?? {}, see)).sort(compare);

    const cursors = data.cursors.get(`${type} ${order.field} ${order.direction}`) ?? [];
    const cursorOf = (row: Row | undefined) =>
      cursors.find((known) => known.id === row?.['id'])?.cursor ?? null;
    const rowOf = (cursor: string): Row => {
      const id = cursors.find((known) => known.cursor === cursor)!.id;
      return data.rows[lists[type]!.table]!.find((row) => row['id'] === id)!;
    };
    const { after, before, first, last } = args;
    const window = rows.filter(
      (row) =>
        (after == null || compare(row, rowOf(after)) > 0) &&
        (before == null || compare(row, rowOf(before)) < 0),
    );
    const size: number = first ?? last ?? 20;
    const nodes = last == null ? window.slice(0, size) : window.slice(Math.max(0, window.length - size));
    const more = size > 0 && window.length > size;
    return {
      edges: nodes.map((node) => ({ node, cursor: cursorOf(node) })),
      nodes,
      rows,
      totalCount: rows.length,
      pageInfo: {
        hasNextPage: last == null ? more : before != null,
        hasPreviousPage: last == null ? after != null : more,
        startCursor: cursorOf(nodes[0]),
        endCursor: cursorOf(nodes.at(-1)),
      },
    };
  }

  function keyOf(type: string, row: Row, orderField: string): number {
    const field = orderField
      .toLowerCase()
      .replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
    const value = row[lists[type]!.columns?.[orderField] ?? field];
    return typeof value === 'string' ? data.nameRank.get(value)! : Number(value);
  }
}

function matches(type: string, row: Row, filter: Row, see: Rows): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    if (wanted == null) return true;
    const special = filters[`${type}.${name}`];
    if (special) return special(row, wanted as never, see);
    if (name === 'name') return row['name'].toLowerCase().includes(String(wanted).toLowerCase());
    return row[name] === wanted;
  });
}

function compareIds(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
