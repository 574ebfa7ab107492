'use client';

import { useRouter } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';

/**
 * Where plain links go to their pages within the app, as `Link` does: for a list of hundreds of rows, in which each
 * `Link` would be set up and taken down by itself whenever the list changes. What opens on the same page leaves it
 * scrolled as it is.
 */
export function LinkArea({ children }: { children: ReactNode }) {
  const router = useRouter();
  const go = (event: MouseEvent) => {
    const { metaKey, ctrlKey, shiftKey, altKey, button, target } = event;
    // The browser's own ways to open a link elsewhere.
    if (event.defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
    const link = (target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || link.target || link.origin !== location.origin) return;
    event.preventDefault();
    router.push(`${link.pathname}${link.search}${link.hash}`, {
      scroll: link.pathname !== location.pathname,
    });
  };
  return <div onClick={go}>{children}</div>;
}
