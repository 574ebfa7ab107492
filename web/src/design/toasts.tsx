'use client';

import { Button, CloseButton } from '@mantine/core';
import { usePathname } from 'next/navigation';
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

const Toasts = createContext({ show: (_toast: Toast) => {}, undoLast: () => {} });

/** How long a toast stays; the clock stands while it has the pointer or the focus. */
const stay = 10_000;

/** A function that shows a toast. */
export const useToast = () => useContext(Toasts).show;

/** A function that undoes what was done last on this page, also when its toast has gone, and tells what came of it. */
export const useUndoLast = () => useContext(Toasts).undoLast;

/** Holds the toasts of a page, announced politely and reached by keyboard. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  /** What can still be undone on the page that is open, the latest last. */
  const undoable = useRef<Shown[]>([]);
  const pathname = usePathname();
  useEffect(() => {
    undoable.current = [];
  }, [pathname]);
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback((toast: Toast) => {
    const shown = { ...toast, id: next.current++, isUndoing: false };
    if (toast.undo) undoable.current.push(shown);
    setToasts((all) => [...all.slice(-2), shown]);
  }, []);
  const undo = useCallback(
    async ({ id, undo: run }: Shown) => {
      undoable.current = undoable.current.filter((toast) => toast.id !== id);
      setToasts((all) => all.map((toast) => (toast.id === id ? { ...toast, isUndoing: true } : toast)));
      const message = await run!();
      close(id);
      show({ message });
    },
    [close, show],
  );
  const undoLast = useCallback(() => {
    const last = undoable.current.at(-1);
    if (last) void undo(last);
    else show({ message: 'Nothing was done here that can be undone.' });
  }, [undo, show]);
  const functions = useMemo(() => ({ show, undoLast }), [show, undoLast]);
  const list = useMemo(
    () =>
      toasts.map((toast) => (
        <ToastItem key={toast.id} toast={toast} close={() => close(toast.id)} undo={() => void undo(toast)} />
      )),
    [toasts, close, undo],
  );
  return (
    <Toasts value={functions}>
      {children}
      <div className={styles.toasts} role="status" aria-live="polite">
        {list}
      </div>
    </Toasts>
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
