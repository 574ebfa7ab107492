import Link from 'next/link';
import type { Reader } from './format.ts';
import { type HistoryNames, valueParts } from './historyWords.ts';

/** A value of the history in words, with links to the records that it names. */
export function HistoryValue({
  field,
  value,
  reader,
  names,
}: {
  field: string;
  /** Null is none. */
  value: string | null;
  reader: Reader;
  names: HistoryNames;
}) {
  if (value === null) return 'nothing';
  return valueParts(field, value, reader, names).map((part, n) =>
    typeof part === 'string' ? (
      part
    ) : (
      <Link key={n} href={part.href} prefetch={false}>
        {part.name}
      </Link>
    ),
  );
}
