import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
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
  const seen = new Map<string, { see: Rows; one: Answering['one'] }>();
  const documents = new Map<string, DocumentNode>();
  const known = new Map([...data.cursors].map(([list, cursors]) => [list, bothWays(cursors)]));
  const anyRow = rowsById(data.rows);

  return async (
    viewer: OracleViewer,
    document: string,
    variables: Record<string, unknown>,
  ): Promise<ExecutionResult> => {
    const { see, one } = rowsSeenBy(viewer);
    if (!documents.has(document)) documents.set(document, parse(document));
    return execute({
      schema: data.schema,
      document: documents.get(document)!,
      variableValues: variables,
      fieldResolver: (source: Row, args: Row, _ctx, info) => {
        const answering: Answering = {
          viewer,
          see,
          one,
          list: (type, rows, order) => page(type, rows ?? see[lists[type]!.table]!, args, see, order),
        };
        const answer = resolve[`${info.parentType.name}.${info.fieldName}`];
        if (answer) return answer(source, args, answering);
        const value = source[info.fieldName];
        return value instanceof Date ? value.toISOString() : value;
      },
    });
  };

  function rowsSeenBy(viewer: OracleViewer) {
    const key = JSON.stringify(viewer);
    if (!seen.has(key)) {
      const see: Rows = Object.assign(
        { viewer: [viewer] },
        ...expectations.map((domain) => domain.visible(viewer, data.rows)),
      );
      seen.set(key, { see, one: rowsById(see) });
    }
    return seen.get(key)!;
  }

  function page(type: string, from: readonly Row[], args: Row, see: Rows, byDefault: object = {}): Row {
    const order = { field: lists[type]!.order, direction: 'ASC', ...byDefault, ...args['orderBy'] };
    const sign = order.direction === 'ASC' ? 1 : -1;
    const compare = (a: Row, b: Row) =>
      sign * (keyOf(type, a, order.field) - keyOf(type, b, order.field) || compareIds(a['id'], b['id']));
    const rows = from.filter((row) => matches(type, row, args['filter'] ?? {}, see)).sort(compare);

    const cursors = known.get(`${type} ${order.field} ${order.direction}`);
    const cursorOf = (row: Row | undefined) => cursors?.byId.get(row?.['id']) ?? null;
    const rowOf = (cursor: string): Row => anyRow(lists[type]!.table, cursors!.byCursor.get(cursor))!;
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

/** The row of a table by its id, or null; of several with one id, the first. */
function rowsById(rows: Rows): Answering['one'] {
  const tables = new Map<string, Map<unknown, Row>>();
  return (table, id) => {
    if (!tables.has(table))
      tables.set(table, new Map(rows[table]!.toReversed().map((row) => [row['id'], row])));
    return tables.get(table)!.get(id) ?? null;
  };
}

function bothWays(cursors: readonly { id: string; cursor: string }[]) {
  return {
    byId: new Map<unknown, string>(cursors.map(({ id, cursor }) => [id, cursor])),
    byCursor: new Map(cursors.map(({ id, cursor }) => [cursor, id])),
  };
}

function compareIds(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
