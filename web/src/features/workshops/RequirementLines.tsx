import type { ReactNode } from 'react';
import type { RequirementFactsFragment } from '../../../generated/graphql.ts';
import { StatusTag } from '../../design/StatusTag.tsx';
import styles from './RequirementLines.module.css';

type Line = RequirementFactsFragment & { readonly isNew?: boolean };

/** What participants need, what they must have first; what is new says so, what is gone is struck through. */
export function RequirementLines({
  requirements,
  gone = [],
  controlOf,
}: {
  requirements: readonly Line[];
  gone?: readonly RequirementFactsFragment[];
  /** What can be done about one. */
  controlOf: (requirement: Line) => ReactNode;
}) {
  return (
    <ul className={styles.lines}>
      {requirements.map((requirement) => {
        const { id, kind, level, text, isNew } = requirement;
        return (
          <li key={id} className={styles.line}>
            <div>
              <StatusTag tone={level === 'MUST' ? 'open' : 'done'}>
                {level === 'MUST' ? 'Must' : 'Should'}
              </StatusTag>{' '}
              <strong>{kind.displayName}</strong>
              {isNew && (
                <>
                  {' '}
                  <StatusTag tone="danger">New</StatusTag>
                </>
              )}
              <p>{text}</p>
            </div>
            {controlOf(requirement)}
          </li>
        );
      })}
      {gone.map(({ id, kind, text }) => (
        <li key={id} className={styles.line}>
          <div>
            <del>
              {kind.displayName}: {text}
            </del>{' '}
            No longer needed
          </div>
        </li>
      ))}
    </ul>
  );
}
