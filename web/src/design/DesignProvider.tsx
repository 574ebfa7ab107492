'use client';

import { MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import type { ReactNode } from 'react';
import { cssVariables, theme } from './theme.ts';
import { ToastProvider } from './toasts.tsx';

/** What every page needs around it: the design, and a place for toasts. */
export function DesignProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  // What locks the page behind an overlay adds a style element, and takes its nonce from here.
  if (typeof window !== 'undefined') setNonce(nonce);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <ToastProvider>{children}</ToastProvider>
    </MantineProvider>
  );
}
