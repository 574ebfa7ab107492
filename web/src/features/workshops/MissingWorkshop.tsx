import Link from 'next/link';
import { MissingRecord } from '../../design/MissingRecord.tsx';
import type { Outcome } from '../../graph/outcome.ts';

/** In place of a workshop that there is not, that is not for the reader, or that could not be asked for. */
export function MissingWorkshop(asked: { outcome: Outcome<unknown>; path: string }) {
  return (
    <MissingRecord title="Workshop" {...asked} action={<Link href="/w">See the workshops</Link>}>
      There is no such workshop that you may see.
    </MissingRecord>
  );
}
