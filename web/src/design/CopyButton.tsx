'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';

/** Copies a text, and says so; where the browser does not let it, the person copies what is selected. */
export function CopyButton({
  text,
  children,
  onRefused,
}: {
  text: string;
  children: string;
  onRefused: () => void;
}) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      onRefused();
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => void copy()}>
        {isCopied ? 'Copied' : children}
      </Button>
      <span className="visually-hidden" role="status">
        {isCopied ? 'It is copied.' : ''}
      </span>
    </>
  );
}
