'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { type KeyboardEvent, memo, type PointerEvent, useRef, useState } from 'react';
import { formatDay, formatDuration, formatSpan, formatTime, type Reader } from '../../design/format.ts';
import styles from './DayTimeline.module.css';
import { dragByKey, dragged, type TimelinePart, type TimelineTimes } from './timeline.ts';
import type { TimelineShift } from './timelineShift.ts';

const ends = [
  ['start', 'Start'],
  ['end', 'End'],
] as const;

/** One shift of a timeline: a bar from its start to its end. What is dragged is kept here until it is let go. */
export const TimelineRow = memo(function TimelineRow({
  shift,
  first,
  last,
  dayEnd,
  reader,
  onChange,
}: {
  shift: TimelineShift;
  /** What the timeline spans. */
  first: number;
  last: number;
  /** When the next day begins. */
  dayEnd: number;
  reader: Reader;
  onChange: (shift: TimelineShift, times: TimelineTimes) => void;
}) {
  const pathname = usePathname();
  const parameters = useSearchParams();
  const [draft, setDraft] = useState<TimelineTimes | null>(null);
  const drag = useRef<{ part: TimelinePart; x: number; width: number } | null>(null);
  const record = useRef<HTMLAnchorElement>(null);
  const { start, end } = draft ?? shift;
  const [from, to] = [new Date(start), new Date(end)];
  const search = new URLSearchParams(parameters);
  search.delete('new');
  search.set('shift', shift.id);

  const leave = () => {
    if (!draft) return;
    setDraft(null);
    if (draft.start !== shift.start || draft.end !== shift.end) onChange(shift, draft);
  };
  const putBack = () => {
    drag.current = null;
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent, part: TimelinePart) => {
    const by = dragByKey(event.key);
    if (by !== null) setDraft(dragged({ start, end }, event.shiftKey ? 'whole' : part, by, [first, dayEnd]));
    else if (event.key === 'Enter') leave();
    else if (event.key === 'Escape' && draft) putBack();
    else return;
    event.preventDefault();
  };
  const pointers = (part: TimelinePart) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      // The whole bar contains its ends.
      event.stopPropagation();
      const { width } = event.currentTarget.closest('[data-track]')!.getBoundingClientRect();
      drag.current = { part, x: event.clientX, width };
    },
    onPointerMove(event: PointerEvent) {
      if (!drag.current) return;
      const by = ((event.clientX - drag.current.x) / drag.current.width) * (last - first);
      setDraft(dragged(shift, drag.current.part, by, [first, dayEnd]));
    },
    onPointerUp() {
      if (!drag.current) return;
      const isWhole = drag.current.part === 'whole';
      drag.current = null;
      if (draft) leave();
      else if (isWhole) record.current?.click();
    },
    onPointerCancel: putBack,
  });
  const span = formatSpan(from, to, reader);
  const percent = (instant: number) => `${((instant - first) / (last - first)) * 100}%`;
  const shownFrom = Math.max(start, first);
  const minutes = (instant: number) => Math.round((instant - first) / 60_000);
  return (
    <li
      className={styles.row}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leave();
      }}
    >
      <Link
        ref={record}
        className={styles.name}
        prefetch={false}
        scroll={false}
        href={`${pathname}?${search}`}
      >
        {shift.name}
        <span className="visually-hidden">
          , {span}
          {shift.name === shift.word ? '' : `, ${shift.word}`}
        </span>
      </Link>
      <div className={styles.track} data-track>
        <div
          className={`${styles.bar} ${styles[shift.tone]}`}
          data-cut={start < first || undefined}
          data-draggable={shift.canChange || undefined}
          data-dragged={draft ? true : undefined}
          style={{ insetInlineStart: percent(shownFrom), width: percent(first + (end - shownFrom)) }}
          {...(shift.canChange && pointers('whole'))}
        >
          <span className={styles.span}>
            {span}
            {draft && ` · ${formatDuration(from, to)}`}
          </span>
          {shift.canChange &&
            ends.map(([part, label]) => {
              const instant = part === 'start' ? start : end;
              return (
                <span
                  key={part}
                  role="slider"
                  tabIndex={0}
                  aria-label={`${label}: ${shift.name}, ${shift.group}`}
                  aria-valuemin={part === 'start' ? 0 : minutes(start)}
                  aria-valuemax={part === 'start' ? minutes(end) : minutes(start) + 1_440}
                  aria-valuenow={minutes(instant)}
                  aria-valuetext={`${formatTime(new Date(instant), reader)}, ${formatDay(new Date(instant), reader)}`}
                  className={part === 'start' ? styles.start : styles.end}
                  onKeyDown={(event) => onKeyDown(event, part)}
                  {...pointers(part)}
                />
              );
            })}
        </div>
      </div>
    </li>
  );
});
