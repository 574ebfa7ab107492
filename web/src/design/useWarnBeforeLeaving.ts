'use client';

import { useEffect } from 'react';

/** While something is typed and not saved, leaving the page asks first: by the browser, and for links of the app. */
export function useWarnBeforeLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.('a[href]');
      const stays = event.metaKey || event.ctrlKey || link?.getAttribute('target') === '_blank';
      const leaves = link && !stays && !link.getAttribute('href')!.startsWith('#');
      if (leaves && !window.confirm('What you typed is not saved. Leave this page?')) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('beforeunload', beforeUnload);
    document.addEventListener('click', click, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      document.removeEventListener('click', click, { capture: true });
    };
  }, [isUnsaved]);
}
