'use client';

import { SearchBox, type Searched } from './SearchBox.tsx';

/** Search as a page of its own, whose address follows what is typed. */
export function SearchPanel({ searched }: { searched?: Searched }) {
  return (
    <SearchBox
      searched={searched}
      onSearch={(text) =>
        // What is shown is asked for by itself: the page need not be rendered anew.
        window.history.replaceState(null, '', text === '' ? '/s' : `/s?q=${encodeURIComponent(text)}`)
      }
    />
  );
}
