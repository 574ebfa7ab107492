import { ColorSchemeScript } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DesignProvider } from '../design/DesignProvider.tsx';
import { nonceHeader } from '../session/requestHeaders.ts';
import { noteEarlyChanges } from '../design/earlyChanges.ts';
import { readerLocale } from '../design/readerLocale.ts';
import { ReplayEarlyChanges } from '../design/ReplayEarlyChanges.tsx';
import './globals.css';

export const metadata: Metadata = { title: { default: 'Guildhall', template: '%s · Guildhall' } };

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#191c1a' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get(nonceHeader) ?? '';
  return (
    // The script below sets the colour scheme before anything is painted; the server does not know it.
    <html lang="en" suppressHydrationWarning>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" suppressHydrationWarning />
        <script
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: noteEarlyChanges }}
        />
      </head>
      <body>
        <DesignProvider nonce={nonce} locale={await readerLocale()}>
          {children}
        </DesignProvider>
        <ReplayEarlyChanges />
      </body>
    </html>
  );
}
