'use client';

import { MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import type { ReactNode } from 'react';
import { Locale } from './locale.ts';
import { cssVariables, theme } from './theme.ts';
import { ToastProvider } from './toasts.tsx';

/** What every page needs around it: the design, the reader's locale, and a place for toasts. */
export function DesignProvider({
  nonce,
  locale,
  children,
}: {
  nonce: string;
  locale: string;
  children: ReactNode;
}) {
  // What locks the page behind an overlay adds a style element, and takes its nonce from here.
  if (typeof window !== 'undefined') setNonce(nonce);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Locale value={locale}>
        <ToastProvider>{children}</ToastProvider>
      </Locale>
    </MantineProvider>
  );
}
