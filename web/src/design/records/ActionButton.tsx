'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import type { ActionDialogProps } from './ActionDialog.tsx';

const ActionDialog = dynamic(async () => (await import('./ActionDialog.tsx')).ActionDialog, { ssr: false });

/** A button for something that is done with a record. It opens a dialog that asks what has to be known, or for sure. */
export function ActionButton({
  label,
  accessibleLabel,
  isPrimary = false,
  isSmall = false,
  ...dialog
}: Omit<ActionDialogProps, 'onClose' | 'verb'> & {
  label: string;
  /** Begins with the label, and says which of several. */
  accessibleLabel?: string;
  isPrimary?: boolean;
  isSmall?: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        variant={isPrimary ? 'filled' : isSmall ? 'subtle' : 'default'}
        size={isSmall ? 'compact-sm' : 'sm'}
        aria-haspopup="dialog"
        aria-label={accessibleLabel}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen && (
        <ActionDialog
          {...dialog}
          verb={label}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}
