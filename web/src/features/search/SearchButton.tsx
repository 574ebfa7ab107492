'use client';

import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import styles from './SearchButton.module.css';

const SearchDialog = dynamic(async () => (await import('./SearchDialog.tsx')).SearchDialog, { ssr: false });

/** Opens search over the page: by click, by Ctrl K anywhere, and by / where nobody types. */
export function SearchButton() {
  const [isOpen, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  const show = () => {
    before.current = document.activeElement;
    setOpen(true);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping();
      if (!isShortcut && !isSlash) return;
      event.preventDefault();
      if (document.querySelector('dialog[open]') === null) show();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className={styles.button} aria-haspopup="dialog" onClick={show}>
        Search <kbd className={styles.key}>Ctrl K</kbd>
      </button>
      {isOpen && (
        <SearchDialog
          onClose={() => {
            setOpen(false);
            (before.current as HTMLElement | null)?.focus();
          }}
        />
      )}
    </>
  );
}

const isTyping = () => document.activeElement?.matches('input, textarea, select, [contenteditable]') ?? false;
