import type { ReactNode } from 'react';
import type { HistoryFieldsFragment } from '../../../generated/graphql.ts';
import type { Reader } from '../format.ts';
import { HistoryList } from '../HistoryList.tsx';
import type { SearchParameters } from '../listParameters.ts';
import { Panel } from '../Page.tsx';
import styles from './RecordLayout.module.css';

/** A record: what it is and belongs to it, and its history beside. */
export function RecordLayout({
  history,
  parameters,
  reader,
  children,
}: {
  history: HistoryFieldsFragment;
  parameters: SearchParameters;
  reader: Reader;
  children: ReactNode;
}) {
  return (
    <div className={styles.layout}>
      <div className={styles.main}>{children}</div>
      <Panel>
        <HistoryList history={history} parameters={parameters} reader={reader} />
      </Panel>
    </div>
  );
}

/** A part of a record, with what can be done about it. */
export function RecordSection({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Panel label={title}>
      <div className={styles.section}>
        <div className={styles.heading}>
          <h2>{title}</h2>
          {actions}
        </div>
        {children}
      </div>
    </Panel>
  );
}

/** What belongs to a record, each with what can be done about it; a sentence when there is nothing. */
export function RecordItems({
  items,
  none,
}: {
  items: readonly { key: string; text: ReactNode; detail?: ReactNode; action?: ReactNode }[];
  none: string;
}) {
  if (items.length === 0) return <p className={styles.detail}>{none}</p>;
  return (
    <ul className={styles.list}>
      {items.map(({ key, text, detail, action }) => (
        <li key={key} className={styles.item}>
          <span>
            {text} {detail && <span className={styles.detail}>{detail}</span>}
          </span>
          {action}
        </li>
      ))}
    </ul>
  );
}

/** Facts that are changed elsewhere. */
export function RecordFacts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value ?? 'Not said'}</dd>
        </div>
      ))}
    </dl>
  );
}
