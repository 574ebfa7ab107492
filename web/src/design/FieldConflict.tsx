'use client';

import { Button } from '@mantine/core';
import styles from './FieldConflict.module.css';

/** Others have changed the same values: shows both, and asks which to keep. */
export function FieldConflict({
  fields,
  onKeepYours,
  onTakeTheirs,
}: {
  fields: readonly { label: string; theirs: string; yours: string }[];
  onKeepYours: () => void;
  onTakeTheirs: () => void;
}) {
  return (
    <div className={styles.conflict} role="alert">
      {fields.map(({ label, theirs, yours }) => (
        <p key={label}>
          Someone has changed <strong>{label}</strong> in the meantime, to “{theirs || 'nothing'}”. Yours is “
          {yours || 'nothing'}”.
        </p>
      ))}
      <div className={styles.actions}>
        <Button variant="default" onClick={onKeepYours}>
          Keep yours
        </Button>
        <Button variant="default" onClick={onTakeTheirs}>
          Take theirs
        </Button>
      </div>
    </div>
  );
}
