import 'server-only';
import { Suspense } from 'react';
import { FlagStatus } from '../features/flags/FlagStatus.tsx';
import { SearchButton } from '../features/search/SearchButton.tsx';

/** What support staff have at hand on every page: what needs them, which no page waits for, and search. */
export function SupportTools() {
  return (
    <>
      <Suspense>
        <FlagStatus />
      </Suspense>
      <SearchButton />
    </>
  );
}
