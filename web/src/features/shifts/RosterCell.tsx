'use client';

import { VisuallyHidden } from '@mantine/core';
import Link from 'next/link';
import { memo } from 'react';
import type { RosterBy, RosterItem, RosterRow, RosterShift } from './roster.ts';
import { shiftStatus } from './shiftStatus.ts';
import styles from './WeekRoster.module.css';

interface Props {
  row: RosterRow;
  day: string;
  dayText: string;
  /** Whether a phone shows it. */
  isChosen: boolean;
  isToday: boolean;
  items: readonly RosterItem[];
  /** When the nights before end. */
  until: string;
  by: RosterBy;
  opened: ReadonlySet<string>;
  /** Where the keys are: an item, `cell`, or elsewhere. */
  place: string | null;
  recordHref: (id: string) => string;
  newHref: (day: string, row: RosterRow) => string;
  onFocusItem: (place: { row: string; day: string; item: string | null }) => void;
  onToggle: (group: string) => void;
  onMove: (shift: RosterShift) => void;
  onDrag: (id: string | null) => void;
  onDrop: (day: string, row: RosterRow) => void;
}

/** A day of a row: its shifts, until when the nights before last, and a way to add one. */
export const RosterCell = memo(function RosterCell({
  row,
  day,
  dayText,
  isChosen,
  isToday,
  items,
  until,
  opened,
  place,
  newHref,
  onFocusItem,
  onToggle,
  onDrop,
  ...chips
}: Props) {
  const focusOf = (item: string | null) => ({
    'data-stop': true,
    tabIndex: place === (item ?? 'cell') ? 0 : -1,
    onFocus: () => onFocusItem({ row: row.key, day, item }),
  });
  const isTarget = row.target !== undefined;
  const isEmpty = items.length === 0;
  const chip = (shift: RosterShift) => (
    <Chip key={shift.id} shift={shift} dayText={dayText} focus={focusOf(shift.id)} {...chips} />
  );
  return (
    <td
      role="gridcell"
      data-chosen={isChosen}
      data-today={isToday || undefined}
      {...(isEmpty && focusOf(null))}
      onDragOver={(event) => {
        if (!isTarget) return;
        event.preventDefault();
        event.currentTarget.dataset.over = 'true';
      }}
      onDragLeave={(event) => delete event.currentTarget.dataset.over}
      onDrop={(event) => {
        event.preventDefault();
        delete event.currentTarget.dataset.over;
        onDrop(day, row);
      }}
    >
      {isEmpty && <VisuallyHidden>{`${row.label}, ${dayText}: no shifts`}</VisuallyHidden>}
      {until && <span className={styles.until}>until {until}</span>}
      {items.map((item) => {
        if (item.kind === 'shift') return chip(item.shift);
        const isOpen = opened.has(item.id);
        const later = item.shifts[0]!.lastDay > day ? '⁺¹' : '';
        return (
          <div key={item.id} className={styles.group}>
            <button
              type="button"
              className={`${styles.chip} ${item.filled < item.shifts.length ? styles.open : styles.ok}`}
              aria-expanded={isOpen}
              {...focusOf(item.id)}
              onClick={() => onToggle(item.id)}
            >
              <span>
                {item.from}–{item.to}
                {later}
              </span>
              <strong>
                {item.filled}/{item.shifts.length}
              </strong>
            </button>
            {isOpen && item.shifts.map(chip)}
          </div>
        );
      })}
      {isTarget && (
        <Link
          className={styles.add}
          tabIndex={-1}
          prefetch={false}
          scroll={false}
          href={newHref(day, row)}
          aria-label={`Add a shift: ${row.label}, ${dayText}`}
        >
          + add
        </Link>
      )}
    </td>
  );
});

function Chip({
  shift,
  dayText,
  by,
  focus,
  recordHref,
  onMove,
  onDrag,
}: Pick<Props, 'by' | 'recordHref' | 'onMove' | 'onDrag' | 'dayText'> & {
  shift: RosterShift;
  focus: { tabIndex: number; onFocus: () => void };
}) {
  const { word, tone } = shiftStatus({
    status: shift.status,
    kind: shift.isPlaceholder ? 'PLACEHOLDER' : 'WORK',
  });
  const canMove = !shift.isPlaceholder && (shift.status === 'OPEN' || shift.status === 'ASSIGNED');
  const later = shift.lastDay > shift.day ? '⁺¹' : '';
  const name = by === 'agent' ? shift.qualificationName : shift.agentName;
  const span = `${shift.from}–${shift.to}${later}`;
  return (
    <div
      className={`${styles.chip} ${styles[tone]}`}
      draggable={canMove}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', shift.id);
        onDrag(shift.id);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <Link
        {...focus}
        draggable={false}
        prefetch={false}
        scroll={false}
        href={recordHref(shift.id)}
        aria-keyshortcuts={canMove ? 'M N' : 'N'}
      >
        <span className={styles.span}>{span}</span> <span className={styles.name}>{name ?? word}</span>
        <span className="visually-hidden">
          , {dayText}
          {name ? `, ${word}` : ''}
        </span>
      </Link>
      {canMove && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.more}
          aria-label={`Move… ${span} ${name ?? word}, ${dayText}`}
          title="Move…"
          onClick={() => onMove(shift)}
        >
          ⋯
        </button>
      )}
    </div>
  );
}
