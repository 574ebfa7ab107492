'use client';

import { Button, CloseButton } from '@mantine/core';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import styles from './toasts.module.css';

/** Something that was done, in a few words, and how to undo it. */
export interface Toast {
  readonly message: string;
  /** Called at most once; what it returns takes the toast's place, for example that it was undone or why not. */
  readonly undo?: () => Promise<string>;
}

type Shown = Toast & { id: number; isUndoing: boolean };

const ShowToast = createContext<(toast: Toast) => void>(() => {});

/** How long a toast stays; the clock stands while it has the pointer or the focus. */
const stay = 10_000;

/** A function that shows a toast. */
export const useToast = () => useContext(ShowToast);

/** Holds the toasts of a page, announced politely and reached by keyboard. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback((toast: Toast) => {
    const id = next.current++;
    setToasts((all) => [...all.slice(-2), { ...toast, id, isUndoing: false }]);
  }, []);
  const undo = useCallback(
    async ({ id, undo: run }: Shown) => {
      setToasts((all) => all.map((toast) => (toast.id === id ? { ...toast, isUndoing: true } : toast)));
      const message = await run!();
      close(id);
      show({ message });
    },
    [close, show],
  );
  const list = useMemo(
    () =>
      toasts.map((toast) => (
        <ToastItem key={toast.id} toast={toast} close={() => close(toast.id)} undo={() => void undo(toast)} />
      )),
    [toasts, close, undo],
  );
  return (
    <ShowToast value={show}>
      {children}
      <div className={styles.toasts} role="status" aria-live="polite">
        {list}
      </div>
    </ShowToast>
  );
}

function ToastItem({ toast, close, undo }: { toast: Shown; close: () => void; undo: () => void }) {
  const [isHeld, setHeld] = useState(false);
  const onClose = useRef(close);
  useEffect(() => {
    onClose.current = close;
  });
  useEffect(() => {
    if (isHeld || toast.isUndoing) return;
    const timer = setTimeout(() => onClose.current(), stay);
    return () => clearTimeout(timer);
  }, [isHeld, toast.isUndoing]);
  return (
    <div
      className={styles.toast}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.message}</span>
      {toast.undo && (
        <Button variant="subtle" size="compact-sm" loading={toast.isUndoing} onClick={undo}>
          Undo
        </Button>
      )}
      <CloseButton aria-label="Close this message" size="sm" onClick={close} />
    </div>
  );
}
