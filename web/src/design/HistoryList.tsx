import type { HistoryFieldsFragment } from '../../generated/graphql.ts';
import { formatInstant, type Reader } from './format.ts';
import styles from './HistoryList.module.css';
import { nameOfField, valueInWords } from './historyWords.ts';
import { type SearchParameters } from './listParameters.ts';
import { Pager } from './Pager.tsx';

const done = { INSERT: 'added', UPDATE: 'changed', DELETE: 'removed' } as const;
const roles: Readonly<Record<string, string>> = {
  company: 'support staff',
  facility: 'facility',
  agent: 'agent',
  system: 'by a rule',
};

/** Who changed what of a record, and when; the newest first, page by page in the address. */
export function HistoryList({
  history: { nodes, totalCount, pageInfo },
  parameters,
  reader,
}: {
  history: HistoryFieldsFragment;
  parameters: SearchParameters;
  reader: Reader;
}) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      {nodes.length === 0 && <p>Nothing has been changed since records are kept.</p>}
      <ol className={styles.list}>
        {nodes.map(({ number, at, operation, actor, actorRole, changes }) => (
          <li key={number} className={styles.entry}>
            <p>
              <strong>
                {actor?.name ?? (actorRole === null ? 'The platform' : 'Somebody no longer known')}
              </strong>
              {actorRole && actor && ` (${roles[actorRole] ?? actorRole})`} {done[operation]}
            </p>
            <p className={styles.when}>
              <time dateTime={at}>{formatInstant(new Date(at), reader)}</time>
            </p>
            <dl className={styles.changes}>
              {changes.map(({ field, before, after }) => (
                <div key={field}>
                  <dt>{nameOfField(field)}: </dt>
                  <dd>
                    {before !== null && (
                      <>
                        <del>{valueInWords(field, before, reader)}</del>{' '}
                      </>
                    )}
                    {before !== null && '→ '}
                    {after === null ? 'nothing' : <ins>{valueInWords(field, after, reader)}</ins>}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      {nodes.length > 0 && (
        <Pager
          label="Pages of the history"
          count={nodes.length}
          total={totalCount}
          pageInfo={pageInfo}
          parameters={parameters}
          locale={reader.locale}
        />
      )}
    </section>
  );
}
