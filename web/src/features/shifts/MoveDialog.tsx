'use client';

import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import styles from './MoveDialog.module.css';
import type { RosterRow, RosterShift } from './roster.ts';

/** Asks where a shift is to be: what dragging does, by click and key. */
export function MoveDialog({
  shift,
  days,
  rows,
  rowLabel,
  onMove,
  onClose,
}: {
  shift: RosterShift;
  days: readonly { value: string; label: string }[];
  rows: readonly RosterRow[];
  rowLabel: string;
  onMove: (day: string, row: RosterRow) => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [day, setDay] = useState(shift.day);
  const [key, setKey] = useState(shift.row);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="move-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const row = rows.find((each) => each.key === key);
          if (row) onMove(day, row);
        }}
      >
        <h2 id="move-title">
          Move {shift.from}–{shift.to}
        </h2>
        <NativeSelect
          label="Day"
          data={days}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <NativeSelect
          label={rowLabel}
          data={rows.map((row) => ({ value: row.key, label: row.label }))}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <div className={styles.actions}>
          <Button type="submit">Move</Button>
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
        </div>
      </form>
    </dialog>
  );
}
