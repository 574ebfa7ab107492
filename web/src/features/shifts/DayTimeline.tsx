'use client';

import { type CSSProperties, useCallback, useEffect, useOptimistic, useRef } from 'react';
import { formatSpan, formatTime, type Reader } from '../../design/format.ts';
import { useToast } from '../../design/toasts.tsx';
import { useUndoKey } from '../../design/useUndoKey.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { undoneSentence } from '../../graph/undoneSentence.ts';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import styles from './DayTimeline.module.css';
import { setShiftTimes } from './setShiftTimes.ts';
import { timelineHours, type TimelineTimes } from './timeline.ts';
import { TimelineRow } from './TimelineRow.tsx';
import type { TimelineShift } from './timelineShift.ts';

/** Every how many hours the axis says the time. */
const labelled = 3;

/**
 * The shifts of a day along its hours. The ends of a shift and the shift as a whole are dragged, by pointer or by key;
 * what is changed is shown at once, and goes back when it is refused.
 *
 * @param bounds the first instant of the day, and that of the next one.
 */
export function DayTimeline({
  day,
  bounds,
  shifts: loaded,
  reader,
  label,
}: {
  day: string;
  bounds: readonly [number, number];
  shifts: readonly TimelineShift[];
  reader: Reader;
  label: string;
}) {
  const showToast = useToast();
  useUndoKey();
  const [shifts, show] = useOptimistic(loaded, (now, { id, times }: { id: string; times: TimelineTimes }) =>
    now.map((shift) => (shift.id === id ? { ...shift, ...times } : shift)),
  );
  const mutation = useMutationAction(
    useCallback(
      async ({ shift, times }: Change) => setShiftTimes({ ...instants(times), ...named(shift) }),
      [],
    ),
    {
      optimistic: ({ shift, times }) => show({ id: shift.id, times }),
      onDone({ warnings }, { shift, times }) {
        const span = formatSpan(new Date(times.start), new Date(times.end), reader);
        showToast({
          message: [`Now ${span}: ${shift.name}.`, ...warnings.map(({ message }) => message)].join(' '),
          undo: async () =>
            undoneSentence(
              await setShiftTimes({ ...instants(shift), id: shift.id, revision: null }),
              'The times are as before.',
            ),
        });
      },
    },
  );
  const { run } = mutation;
  const onChange = useCallback((shift: TimelineShift, times: TimelineTimes) => run({ shift, times }), [run]);

  const hours = timelineHours(day, reader.timeZone, shifts);
  const [first, last] = [hours[0]!, hours.at(-1)!];
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone it is wider than the screen: where the first shift begins is what is seen.
    const element = frame.current!;
    const earliest = Math.min(...loaded.map(({ start }) => start).filter((start) => start >= first));
    const share = Math.max(0, earliest - first - 3_600_000) / (last - first);
    if (Number.isFinite(share)) element.scrollLeft = share * element.scrollWidth;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, and not while things are dragged
  }, []);
  const groups = Map.groupBy(shifts, ({ group }) => group);
  return (
    <div>
      <MutationProblem mutation={mutation} />
      <div
        ref={frame}
        role="group"
        aria-label={label}
        aria-describedby="timeline-keys"
        className={styles.frame}
        aria-busy={mutation.isPending}
        style={{ '--hours': hours.length - 1 } as CSSProperties}
      >
        <div className={styles.axis} aria-hidden="true">
          {hours.slice(0, -1).map((hour, n) => (
            <span key={hour}>{n % labelled === 0 && formatTime(new Date(hour), reader)}</span>
          ))}
        </div>
        {[...groups].map(([group, ofGroup]) => (
          <section key={group} aria-label={group}>
            <h2 className={styles.group}>{group}</h2>
            <ul className={styles.rows}>
              {ofGroup.map((shift) => (
                <TimelineRow
                  key={shift.id}
                  shift={shift}
                  first={first}
                  last={last}
                  dayEnd={bounds[1]}
                  reader={reader}
                  onChange={onChange}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p id="timeline-keys" className={styles.keys}>
        Drag a shift or its ends. With an end in focus, arrows go by 15 minutes, Page Up and Page Down by an
        hour, with Shift for the whole shift; Enter saves, Escape puts it back, Ctrl Z undoes.
      </p>
    </div>
  );
}

interface Change {
  /** As it was. */
  readonly shift: TimelineShift;
  readonly times: TimelineTimes;
}

const named = ({ id, revision }: TimelineShift) => ({ id, revision });

const instants = ({ start, end }: TimelineTimes) => ({
  startsAt: new Date(start).toISOString(),
  endsAt: new Date(end).toISOString(),
});
