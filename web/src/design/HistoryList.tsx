import Link from 'next/link';
import type { HistoryFieldsFragment } from '../../generated/graphql.ts';
import { formatInstant, type Reader } from './format.ts';
import styles from './HistoryList.module.css';
import { historyNames } from './historyNames.ts';
import { HistoryValue } from './HistoryValue.tsx';
import { nameOfField } from './historyWords.ts';
import { type SearchParameters } from './listParameters.ts';
import { Pager } from './Pager.tsx';

const done = { INSERT: 'added', UPDATE: 'changed', DELETE: 'removed' } as const;
const roles: Readonly<Record<string, string>> = {
  company: 'support staff',
  facility: 'facility',
  agent: 'agent',
  system: 'by a rule',
};

/** Whether a person stands behind a role; the database and its tools have others, or none. */
const isPersonRole = (role: string | null | undefined) => role != null && role !== 'system' && role in roles;

/** Who changed what of a record, and when; the newest first, page by page in the address. */
export async function HistoryList({
  history: { nodes, totalCount, pageInfo },
  parameters,
  reader,
}: {
  history: HistoryFieldsFragment;
  parameters: SearchParameters;
  reader: Reader;
}) {
  const names = await historyNames(nodes.flatMap(({ changes }) => changes));
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      {nodes.length === 0 && <p>Nothing has been changed since records are kept.</p>}
      <ol className={styles.list}>
        {nodes.map(({ number, at, operation, actor, actorRole, changes }) => (
          <li key={number} className={styles.entry}>
            <p>
              <strong>
                {actor?.name ? (
                  <Link href={`/s/people/${actor.id}`} prefetch={false}>
                    {actor.name}
                  </Link>
                ) : isPersonRole(actorRole) ? (
                  'Somebody no longer known'
                ) : (
                  'The platform'
                )}
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
                        <del>
                          <HistoryValue field={field} value={before} reader={reader} names={names} />
                        </del>{' '}
                      </>
                    )}
                    {before !== null && '→ '}
                    <ins>
                      <HistoryValue field={field} value={after} reader={reader} names={names} />
                    </ins>
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
