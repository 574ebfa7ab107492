import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './DataTable.module.css';
import { type SearchParameters, textParameter, withParameters } from './listParameters.ts';

/** A column: the first is what a row is called, and on a phone its title. */
export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers, times and money stand to the right, in figures of one width. */
  readonly isFigure?: boolean;
  /** Never broken: times, and numbers to call. */
  readonly isWhole?: boolean;
  /** Something to set in place: on a phone it has a line of its own. */
  readonly isControl?: boolean;
  /** The value of `sort` in the address that orders by this column; `-` before it turns the order round. */
  readonly sort?: string;
}

/**
 * A list as a real table, rendered on the server; on a phone each row is a card of two lines.
 *
 * @param caption what the rows are, for those who do not see the title.
 * @param choice what the checkbox of a row is called, where rows can be chosen; null for a row that cannot be. Boxes are
 *   named `chosen` with the key as their value, the one of the heading `all`.
 * @param parameters the address's search, where its columns can be sorted by.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  choice,
  parameters = {},
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  choice?: (row: Row) => string | null;
  parameters?: SearchParameters;
}) {
  const sorted = textParameter(parameters, 'sort') ?? '';
  return (
    <div className={styles.frame}>
      <table className={styles.table} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {choice && (
              <th role="columnheader" scope="col" className={styles.choice}>
                <input type="checkbox" name="all" aria-label="Choose all that are shown" />
              </th>
            )}
            {columns.map(({ header, sort, isFigure }) => {
              const isUp = sort !== undefined && sorted === sort;
              const isDown = sort !== undefined && sorted === `-${sort}`;
              const next = isUp ? `-${sort}` : sort;
              return (
                <th
                  key={header}
                  role="columnheader"
                  scope="col"
                  className={isFigure ? styles.figure : undefined}
                  aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
                >
                  {sort === undefined ? (
                    header
                  ) : (
                    <Link
                      prefetch={false}
                      href={
                        withParameters(parameters, { sort: next, after: undefined, before: undefined }) || '?'
                      }
                    >
                      {header}
                      <span aria-hidden="true">{isUp ? ' ▴' : isDown ? ' ▾' : ''}</span>
                    </Link>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {choice && <Choice name={choice(row)} value={keyOf(row)} />}
              {columns.map((column, n) => {
                const { header, cell, isFigure } = column;
                return n === 0 ? (
                  <th key={header} role="rowheader" scope="row" className={classOf(column)}>
                    {cell(row)}
                  </th>
                ) : (
                  <td
                    key={header}
                    role="cell"
                    className={classOf(column)}
                    data-label={isFigure ? header : undefined}
                  >
                    {cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf({ isFigure, isWhole, isControl }: Omit<Column<never>, 'cell'>): string | undefined {
  if (isFigure) return styles.figure;
  if (isWhole) return styles.whole;
  return isControl ? styles.control : undefined;
}

function Choice({ name, value }: { name: string | null; value: string }) {
  return (
    <td role="cell" className={styles.choice}>
      {name !== null && (
        <label>
          <input type="checkbox" name="chosen" value={value} aria-label={`Choose ${name}`} />
        </label>
      )}
    </td>
  );
}
