'use client';

import { useEffect } from 'react';
import { useUndoLast } from './toasts.tsx';

/** Ctrl Z undoes what was done last on the page; in a field it stays what it is to what is typed. */
export function useUndoKey(): void {
  const undoLast = useUndoLast();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || event.defaultPrevented || isTyping(event.target as Element)) return;
      event.preventDefault();
      undoLast();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undoLast]);
}

const isTyping = (element: Element): boolean =>
  element.closest('textarea, [contenteditable], input:not([type="checkbox"], [type="radio"])') !== null;
