'use client';

import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import styles from './Dialog.module.css';

/**
 * A dialog over the page. The browser keeps the focus in it, makes the rest inert and closes it by Escape. Render it to
 * open it; `[data-autofocus]` within gets the focus.
 *
 * @param isUnsaved asks before it is closed by Escape.
 * @param onClose is where the caller takes it away.
 */
export function Dialog({
  title,
  isUnsaved = false,
  onClose,
  className,
  children,
}: {
  title: string;
  isUnsaved?: boolean;
  onClose: () => void;
  className?: string;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current!;
    element.showModal();
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={className ?? styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!isUnsaved || window.confirm('What you typed is not saved. Close it?')) onClose();
      }}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}

/** The buttons at the foot of a dialog, the primary one first. */
Dialog.Actions = function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
};
