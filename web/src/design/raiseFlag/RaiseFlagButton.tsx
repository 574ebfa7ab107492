'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import type { FlagSubject } from '../../../generated/graphql.ts';

const RaiseFlagDialog = dynamic(async () => (await import('./RaiseFlagDialog.tsx')).RaiseFlagDialog, {
  ssr: false,
});

/**
 * A button that opens a dialog in which a record is flagged for support staff.
 *
 * @param subjectName what the record is called, for the title of the dialog.
 */
export function RaiseFlagButton({
  subjectKind,
  subjectId,
  subjectName,
}: {
  subjectKind: FlagSubject;
  subjectId: string;
  subjectName: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={button} variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Raise a flag
      </Button>
      {isOpen && (
        <RaiseFlagDialog
          subjectKind={subjectKind}
          subjectId={subjectId}
          subjectName={subjectName}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}
