'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

/** The path that was shown before; null on the first page, where the browser's own start is right. */
let before: string | null = null;

/** The title of a page. It takes the focus when one gets there within the app, so that it is read out. */
export function FocusHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const pathname = usePathname();
  useEffect(() => {
    if (before !== null && before !== pathname) heading.current?.focus({ preventScroll: true });
    before = pathname;
  }, [pathname]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
