import { empty, join, raw, type Sql, sqltag as sql } from '@prisma/client/runtime/client';
import type { RequestContext } from './context.ts';
import { graphError } from './errors.ts';
import { pageSizes } from './pageSize.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { ConnectionSelection } from './selection.ts';
import { column, from, parameter, selectList, type Table } from './table.ts';

/** The arguments by which every connection is paged (Relay cursor connections specification). */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** What a list is ordered by; equal values are ordered by id in the same direction. */
export interface Order<Row> {
  readonly field: keyof Row & string;
  readonly direction: 'ASC' | 'DESC';
}

export interface Connection<Row, Totals = undefined> {
  readonly edges: { cursor: string; node: Row }[];
  readonly nodes: Row[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** Counted only when it is selected; 0 otherwise. */
  readonly totalCount: number;
  /** Of all rows of the list; only what is selected is reckoned, and what none adds up to otherwise. */
  readonly totals: Totals;
}

/** What the rows of a list come to. */
export interface Aggregate<Result> {
  /** Aggregates of the table's alias `t` under the names of the result: `count(*)::integer as "count"`. */
  readonly select: Sql;
  /** What no rows come to. */
  readonly none: Result;
}

export interface ConnectionOptions<Row, Totals = undefined> {
  readonly table: Table<Row>;
  readonly orderBy: Order<Row>;
  /** Conditions on the table's alias `t`, all of which hold. */
  readonly where: readonly Sql[];
  readonly page: PageArguments;
  readonly selection: ConnectionSelection;
  /** What `totals` of the list are. */
  readonly totals?: Aggregate<Totals>;
  /**
   * For a connection inside a list: the field that names the parent, and this parent's id. All parents
   * of a request that ask for the same share one LATERAL statement.
   */
  readonly of?: { readonly field: keyof Row & string; readonly id: string };
}

const rowCount: Aggregate<{ count: number }> = {
  select: sql`count(*)::integer as count`,
  none: { count: 0 },
};

/**
 * One page of a table in a stable keyset order, cursors compared as row values.
 *
 * At most one statement for the rows, one for `totalCount` and one for `totals`, whether the connection stands at the root or
 * inside a list, and no more rows than the page (one more when `pageInfo.hasNextPage` is asked for).
 * Row-level security decides which rows there are.
 *
 * @throws GraphQLError BAD_USER_INPUT for a page size outside 0 to 100, both `first` and `last`, or a
 *   cursor of another list.
 */
export async function connection<Row extends { id: string | bigint }, Totals = undefined>(
  ctx: RequestContext<unknown>,
  asked: ConnectionOptions<Row, Totals>,
): Promise<Connection<Row, Totals>> {
  const { selection, page } = asked;
  const reach = asked.table.reach?.(ctx.viewer);
  const options = reach ? { ...asked, where: [reach, ...asked.where] } : asked;
  const backward = page.last != null;
  const size = pageSize(page);
  const totals = options.totals;
  const [found, { count }, reckoned] = await Promise.all([
    selection.rows && size > 0 ? rowsOf(ctx, options, size + (selection.peek ? 1 : 0), backward) : [],
    selection.totalCount ? aggregateOf(ctx, options, rowCount) : rowCount.none,
    selection.totals && totals ? aggregateOf(ctx, options, totals) : totals?.none,
  ]);
  const more = found.length > size;
  const nodes = found.slice(0, size);
  if (backward) nodes.reverse();
  const order = orderName(options.orderBy);
  const cursorOf = (node: Row): string => encodeCursor(order, node[options.orderBy.field], node.id);
  // Cursors are made when they are asked for.
  return {
    nodes,
    get edges() {
      return nodes.map((node) => ({ cursor: cursorOf(node), node }));
    },
    get pageInfo() {
      return {
        hasNextPage: backward ? page.before != null : more,
        hasPreviousPage: backward ? more : page.after != null,
        startCursor: nodes[0] ? cursorOf(nodes[0]) : null,
        endCursor: nodes.length > 0 ? cursorOf(nodes.at(-1)!) : null,
      };
    },
    totalCount: count,
    totals: reckoned as Totals,
  };
}

async function rowsOf<Row, Totals>(
  ctx: RequestContext<unknown>,
  options: ConnectionOptions<Row, Totals>,
  limit: number,
  backward: boolean,
): Promise<Row[]> {
  const { table, orderBy, of } = options;
  const direction = raw((orderBy.direction === 'ASC') !== backward ? 'asc' : 'desc');
  const id = 'id' as keyof Row & string;
  const order = sql`${column(table, orderBy.field)} ${direction}, ${column(table, id)} ${direction}`;
  const conditions = [...options.where, ...cursorConditions(options)];
  const page = (parent: Sql[]) =>
    sql`select ${selectList(table)} from ${from(table)} ${where([...parent, ...conditions])} order by ${order} limit ${limit}`;
  if (!of) return ctx.read<Row>(page([]));

  const type = raw(table.columns[of.field][1]);
  const rowsByParent = ctx.loader<string, Row[]>(loaderName('rows', options, page([])), async (parents) => {
    const rows = await ctx.read<Row & { $parent: string }>(sql`
      select parent.id::text as "$parent", page.*
      from unnest(${[...parents]}::${type}[]) with ordinality as parent (id, place)
      cross join lateral (${page([sql`${column(table, of.field)} = parent.id`])}) page
      order by parent.place, ${raw(`page."${orderBy.field}"`)} ${direction}, page.id ${direction}`);
    return Map.groupBy(rows, (row) => row.$parent);
  });
  return (await rowsByParent.load(of.id)) ?? [];
}

async function aggregateOf<Row, Result>(
  ctx: RequestContext<unknown>,
  options: Pick<ConnectionOptions<Row>, 'table' | 'where' | 'of'>,
  { select, none }: Aggregate<Result>,
): Promise<Result> {
  const { table, of } = options;
  const filter = where(options.where);
  if (!of) {
    const rows = await ctx.read<Result>(sql`select ${select} from ${from(table)} ${filter}`);
    return rows[0] ?? none;
  }
  const type = raw(table.columns[of.field][1]);
  const statement = sql`${select} ${filter}`;
  const byParent = ctx.loader<string, Result>(
    loaderName('aggregate', options, statement),
    async (parents) => {
      const owner = column(table, of.field);
      const conditions = where([sql`${owner} = any (${[...parents]}::${type}[])`, ...options.where]);
      const rows = await ctx.read<Result & { $parent: string }>(
        sql`select ${owner}::text as "$parent", ${select} from ${from(table)} ${conditions} group by ${owner}`,
      );
      return new Map(rows.map((row) => [row.$parent, row]));
    },
  );
  return (await byParent.load(of.id)) ?? none;
}

/** One row-value comparison for each cursor: `(starts_at, id) > ($1, $2)`. */
function cursorConditions<Row, Totals>({ table, orderBy, page }: ConnectionOptions<Row, Totals>): Sql[] {
  const id = 'id' as keyof Row & string;
  const ascending = orderBy.direction === 'ASC';
  const compare = (cursor: string | null | undefined, forward: boolean) => {
    if (cursor == null) return [];
    const place = decodeCursor(
      orderName(orderBy),
      cursor,
      table.columns[orderBy.field][1],
      table.columns[id][1],
    );
    const operator = raw(forward === ascending ? '>' : '<');
    return [
      sql`(${column(table, orderBy.field)}, ${column(table, id)}) ${operator} (${parameter(table, orderBy.field, place.value)}, ${parameter(table, id, place.id)})`,
    ];
  };
  return [...compare(page.after, true), ...compare(page.before, false)];
}

function pageSize({ first, last }: PageArguments): number {
  if (first != null && last != null) {
    throw graphError('BAD_USER_INPUT', 'Ask for the first or for the last of a list, not for both at once.');
  }
  const size = first ?? last ?? pageSizes.byDefault;
  if (size < 0 || size > pageSizes.most) {
    throw graphError(
      'BAD_USER_INPUT',
      `A page holds 0 to ${pageSizes.most} entries; ${size} were asked for. Continue with a cursor for more.`,
    );
  }
  return size;
}

function where(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? empty : sql`where ${join([...conditions], ' and ')}`;
}

function orderName<Row>(order: Order<Row>): string {
  return `${order.field} ${order.direction}`;
}

/** The same statement for the same list has the same name, whatever its parent. */
function loaderName<Row>(
  what: string,
  { table, of }: Pick<ConnectionOptions<Row>, 'table' | 'of'>,
  statement: Sql,
): string {
  return JSON.stringify([what, table.name, of?.field, statement.sql, statement.values]);
}
