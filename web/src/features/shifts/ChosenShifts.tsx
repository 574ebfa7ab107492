'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { ChoosableShift, ChosenTask } from './choosableShift.ts';
import styles from './ChosenShifts.module.css';
import { mostChosen } from './mostChosen.ts';

const ChosenShiftsTask = dynamic(async () => (await import('./ChosenShiftsTask.tsx')).ChosenShiftsTask, {
  ssr: false,
});

/**
 * A table whose rows have checkboxes named `chosen`, and below it what can be done to those that are checked. The
 * boxes are the browser's own and know what is chosen: no row is rendered for it.
 */
export function ChosenShifts({
  facilityId,
  shifts,
  children,
}: {
  facilityId: string;
  shifts: readonly ChoosableShift[];
  children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [task, setTask] = useState<ChosenTask | null>(null);
  const boxes = () => [...frame.current!.querySelectorAll<HTMLInputElement>('input[name="chosen"]')];
  const count = () => {
    const checked = boxes().filter((box) => box.checked);
    const all = frame.current!.querySelector<HTMLInputElement>('input[name="all"]');
    if (all) {
      all.checked = checked.length > 0 && checked.length === boxes().length;
      all.indeterminate = checked.length > 0 && !all.checked;
    }
    setChosen(checked.map(({ value }) => value));
    if (checked.length === 0) setTask(null);
  };
  const check = (isChecked: (id: string) => boolean) => {
    for (const box of boxes()) box.checked = isChecked(box.value);
    count();
  };
  const latest = useRef(count);
  useEffect(() => {
    latest.current = count;
  });
  // Some were checked before this ran, or have gone from the list.
  useEffect(() => latest.current(), [shifts]);

  const isTooMuch = chosen.length > mostChosen;
  const open = (next: ChosenTask) => setTask(task === next ? null : next);
  return (
    <div
      ref={frame}
      onChange={({ target }) => {
        if (!(target instanceof HTMLInputElement)) return;
        if (target.name === 'all') check(() => target.checked);
        else if (target.name === 'chosen') count();
      }}
    >
      {children}
      {chosen.length > 0 && (
        <section className={styles.bar} aria-label="Chosen shifts">
          {task && !isTooMuch && (
            <ChosenShiftsTask
              key={task}
              task={task}
              facilityId={facilityId}
              shifts={shifts.filter(({ id }) => chosen.includes(id))}
              onDone={(refused) => {
                check((id) => refused.includes(id));
                if (refused.length === 0)
                  frame.current?.querySelector<HTMLElement>('[name="chosen"]')?.focus();
              }}
            />
          )}
          <div className={styles.actions}>
            <strong role="status">{chosen.length} chosen</strong>
            <Button
              variant="default"
              aria-expanded={task === 'assign'}
              disabled={isTooMuch}
              onClick={() => open('assign')}
            >
              Assign
            </Button>
            <Button
              variant="default"
              aria-expanded={task === 'cancel'}
              disabled={isTooMuch}
              onClick={() => open('cancel')}
            >
              Cancel
            </Button>
            <Button variant="subtle" px="xs" onClick={() => check(() => false)}>
              None
            </Button>
            {isTooMuch && <span>At most {mostChosen} at once.</span>}
          </div>
        </section>
      )}
    </div>
  );
}
