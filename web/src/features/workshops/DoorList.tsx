'use client';

import { type ReactNode, useOptimistic } from 'react';
import { type Filter, FilteredList } from '../../design/FilteredList.tsx';
import { useToast } from '../../design/toasts.tsx';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { undoneSentence } from '../../graph/undoneSentence.ts';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import styles from './DoorList.module.css';
import { setAttendance } from './setAttendance.ts';

/** Somebody who has a seat, as whoever stands at the door sees them. */
interface Arrival {
  readonly id: string;
  readonly name: string;
  /** Null while nobody has said. */
  readonly attended: boolean | null;
}

const filters: readonly Filter[] = [{ kind: 'text', name: 'name', label: 'Name' }];

/**
 * Who is expected at a workshop, to be marked by thumb as they come: shown before it is saved, put back when it is
 * refused, and undone.
 *
 * @param here how many are here, of those who are expected.
 * @param named how many have the name that is looked for; null when none is.
 * @param canMark whether the workshop has begun.
 * @param children the ways to more of them.
 */
export function DoorList({
  arrivals: loaded,
  here: counted,
  expected,
  named,
  canMark,
  children,
}: {
  arrivals: readonly Arrival[];
  here: number;
  expected: number;
  named: number | null;
  canMark: boolean;
  children: ReactNode;
}) {
  const showToast = useToast();
  const [arrivals, show] = useOptimistic(loaded, (all, next: { id: string; attended: boolean | null }) =>
    all.map((each) => (each.id === next.id ? { ...each, attended: next.attended } : each)),
  );
  const mutation = useMutationAction(setAttendance, {
    optimistic: show,
    onDone(_payload, { id, attended }) {
      const before = loaded.find((each) => each.id === id);
      if (!before) return;
      showToast({
        message: `${before.name}: ${attended === null ? 'not marked' : attended ? 'is here' : 'not here'}.`,
        undo: async () =>
          undoneSentence(await setAttendance({ id, attended: before.attended }), `${before.name} as before.`),
      });
    },
  });
  const here = counted + countHere(arrivals) - countHere(loaded);
  return (
    <div className={styles.door}>
      <FilteredList filters={filters}>
        <p role="status" className={styles.count}>
          {here} of {expected} here
          {named !== null && `, ${named} with this name`}
        </p>
        <MutationProblem mutation={mutation} />
        <ul className={styles.list}>
          {arrivals.map(({ id, name, attended }) => (
            <li key={id} className={styles.person}>
              <span className={styles.name}>{name}</span>
              {(['Here', 'Not here'] as const).map((label) => {
                const means = label === 'Here';
                const isPressed = attended === means;
                return (
                  <button
                    key={label}
                    type="button"
                    className={`${styles.mark} ${means ? styles.here : styles.away}`}
                    aria-pressed={isPressed}
                    aria-label={`${label}: ${name}`}
                    aria-disabled={!canMark}
                    onClick={() => canMark && mutation.run({ id, attended: isPressed ? null : means })}
                  >
                    {label}
                  </button>
                );
              })}
            </li>
          ))}
        </ul>
        {arrivals.length === 0 && <p>Nobody who has a seat is called so.</p>}
        {children}
      </FilteredList>
    </div>
  );
}

const countHere = (arrivals: readonly Arrival[]) =>
  arrivals.filter(({ attended }) => attended === true).length;
