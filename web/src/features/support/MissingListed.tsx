import Link from 'next/link';
import { MissingRecord } from '../../design/MissingRecord.tsx';
import type { Outcome } from '../../graph/outcome.ts';

/** In place of a record of one of the lists, whose address is `list`. */
export function MissingListed({
  list,
  ...rest
}: {
  title: string;
  list: string;
  outcome: Outcome<unknown>;
  path: string;
}) {
  return (
    <MissingRecord {...rest} action={<Link href={list}>Look in the list</Link>}>
      There is no such record any more. It may have been deleted.
    </MissingRecord>
  );
}
