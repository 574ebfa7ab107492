'use client';

import { TextInput } from '@mantine/core';
import { useDeferredValue, useOptimistic, useState } from 'react';
import { useToast } from '../../design/toasts.tsx';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { undoneSentence } from '../../graph/undoneSentence.ts';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { arrivalsNamed } from './arrivalsNamed.ts';
import type { Arrival } from './arrival.ts';
import styles from './DoorList.module.css';
import { setAttendance } from './setAttendance.ts';

/**
 * Who is expected at a workshop, to be marked by thumb as they come: shown before it is saved, put back when it is
 * refused, and undone.
 *
 * @param canMark whether the workshop has begun.
 */
export function DoorList({
  arrivals: loaded,
  locale,
  canMark,
}: {
  arrivals: readonly Arrival[];
  locale: string;
  canMark: boolean;
}) {
  const showToast = useToast();
  const [typed, setTyped] = useState('');
  const looked = useDeferredValue(typed);
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
  const found = arrivalsNamed(arrivals, looked, locale);
  const here = arrivals.filter(({ attended }) => attended === true).length;
  return (
    <div className={styles.door}>
      <div className={styles.search}>
        <TextInput
          label="Name"
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p role="status" className={styles.count}>
          {here} of {arrivals.length} here
          {looked.trim() !== '' && `, ${found.length} with this name`}
        </p>
      </div>
      <MutationProblem mutation={mutation} />
      <ul className={styles.list}>
        {found.map(({ id, name, attended }) => (
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
      {found.length === 0 && <p>Nobody who has a seat is called so.</p>}
    </div>
  );
}
