/**
 * What a domain's part of the graph is expected to answer, written by hand a second time: the oracle is made of
 * these and shares no code with the subgraphs or the gateway.
 */
export interface Expectation {
  /** Root field to the personas that may ask for it. A field that is missing breaks the test. */
  readonly rootFields: Readonly<Record<string, readonly Persona[]>>;
  /** Types that are guarded wherever they are reached. */
  readonly types: Readonly<Record<string, readonly Persona[]>>;
  /** Fields that are guarded beyond their type. */
  readonly fields: Readonly<Record<string, readonly Persona[]>>;
  /** The columns of each table, and what SQL reads them, so that rows come as resolvers would see them. */
  readonly tables: Readonly<Record<string, string>>;
  /** The rows of each of its tables that a viewer sees. */
  visible(viewer: OracleViewer, all: Rows): Rows;
  /** The connections to each type: the table, the order when none is asked for, the columns of orders that are
   * named otherwise, and whether its fields have orders of their own: random operations give these no cursors. */
  readonly lists: Readonly<
    Record<
      string,
      { table: string; order: string; columns?: Readonly<Record<string, string>>; ordersDiffer?: boolean }
    >
  >;
  /** How filters that are not `column = value` read. */
  readonly filters: Readonly<Record<string, (row: Row, wanted: never, see: Rows) => boolean>>;
  /** Fields that are not a property of the row, as Type.field. */
  readonly resolve: Readonly<Record<string, (source: Row, args: Row, oracle: Answering) => unknown>>;
  /** Query fields that random operations leave out, as Query.field, and why. Who may ask for them is tested all the same. */
  readonly notCompared?: Readonly<Record<string, string>>;
}

export const personas = ['company', 'facility', 'agent', 'member', 'identity', 'anonymous'] as const;
export type Persona = (typeof personas)[number];

export const signedIn = ['company', 'facility', 'agent', 'member', 'identity'] as const;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of any table, compared value by value
export type Row = Record<string, any>;
export type Rows = Record<string, Row[]>;

export interface OracleViewer {
  readonly persona: Persona;
  readonly personId: string;
  readonly organisationId: string;
}

/** What a field's answer may be made of. */
export interface Answering {
  readonly viewer: OracleViewer;
  readonly see: Rows;
  /** The row of this id, or null. */
  one(table: string, id: unknown): Row | null;
  /** A page of these rows by the field's arguments; in this order when none is asked for. */
  list(connectionType: string, rows?: Row[], order?: { field?: string; direction: 'ASC' | 'DESC' }): Row;
}
