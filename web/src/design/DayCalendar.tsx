'use client';

import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import styles from './DayCalendar.module.css';
import { addMonths, dayByKey, firstWeekday, inMonth, monthGrid, weekStart } from './monthGrid.ts';
import { addDays } from './calendar.ts';

/**
 * A month to choose a day of, over the page beside what opened it. One day is a tab stop: arrows, Home and End,
 * PageUp and PageDown go to others, Enter chooses; the browser closes it by Escape and by a click elsewhere.
 *
 * @param value the day that is chosen so far, as `2026-10-24`.
 * @param today by the clocks of the place that is meant.
 */
export function DayCalendar({
  value,
  today,
  locale,
  opener,
  onChoose,
  onClose,
}: {
  value: string | null;
  today: string;
  locale: string;
  opener: RefObject<HTMLElement | null>;
  onChoose: (day: string) => void;
  onClose: () => void;
}) {
  const [day, setDay] = useState(value ?? today);
  const popover = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const month = day.slice(0, 7);
  const first = firstWeekday(locale);
  const format = (options: Intl.DateTimeFormatOptions, of: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(of));

  const wantsFocus = useRef(true);
  useEffect(() => {
    popover.current!.showPopover({ source: opener.current! });
  }, [opener]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    popover.current!.querySelector<HTMLElement>('td [tabindex="0"]')?.focus();
  }, [day]);
  const goTo = (next: string) => {
    wantsFocus.current = true;
    setDay(next);
  };
  const close = () => {
    // The focus goes back to where it came from. The browser tells of it later, when it may be open again.
    popover.current!.hidePopover();
    onClose();
  };
  const choose = (chosen: string) => {
    close();
    onChoose(chosen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // It closes this alone, and not the drawer that it may stand in.
      event.preventDefault();
      close();
    }
  };
  return (
    <div
      ref={popover}
      popover="auto"
      role="dialog"
      aria-labelledby={titleId}
      className={styles.calendar}
      onKeyDown={onKeyDown}
      onToggle={(event) => event.newState === 'closed' && onClose()}
    >
      <header className={styles.header}>
        <button
          type="button"
          aria-label="Previous month"
          onClick={() => setDay(inMonth(day, addMonths(month, -1)))}
        >
          ‹
        </button>
        <strong id={titleId} aria-live="polite">
          {format({ month: 'long', year: 'numeric' }, month)}
        </strong>
        <button
          type="button"
          aria-label="Next month"
          onClick={() => setDay(inMonth(day, addMonths(month, 1)))}
        >
          ›
        </button>
      </header>
      <table
        role="grid"
        aria-labelledby={titleId}
        onKeyDown={(event) => {
          const next = dayByKey(day, event, first);
          if (next === null) return;
          event.preventDefault();
          goTo(next);
        }}
      >
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, n) => addDays(weekStart(today, first), n)).map((each) => (
              <th key={each} scope="col" abbr={format({ weekday: 'long' }, each)}>
                {format({ weekday: 'short' }, each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthGrid(month, first).map((week, line) => (
            <tr key={line}>
              {week.map((each, column) => (
                <td key={column} role="gridcell" aria-selected={each !== null && each === value}>
                  {each !== null && (
                    <button
                      type="button"
                      tabIndex={each === day ? 0 : -1}
                      aria-current={each === today ? 'date' : undefined}
                      aria-label={format(
                        { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
                        each,
                      )}
                      onClick={() => choose(each)}
                    >
                      {Number(each.slice(8))}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className={styles.today} onClick={() => choose(today)}>
        Today
      </button>
    </div>
  );
}
