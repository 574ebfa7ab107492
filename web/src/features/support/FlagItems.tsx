import Link from 'next/link';
import type { RecordFlagsFragment } from '../../../generated/graphql.ts';
import { formatInstant, type Reader } from '../../design/format.ts';
import { StatusTag } from '../../design/StatusTag.tsx';
import { RecordItems, RecordSection } from '../../design/records/RecordLayout.tsx';

const statuses = {
  OPEN: { tone: 'open', label: 'Open' },
  IN_WORK: { tone: 'done', label: 'In work' },
  ANSWERED: { tone: 'ok', label: 'Answered' },
} as const;

/** The flags raised about a record; nothing when there are none, or their service is down. */
export function FlagItems({ flags, reader }: { flags?: RecordFlagsFragment | null; reader: Reader }) {
  if (!flags || flags.totalCount === 0) return null;
  return (
    <RecordSection title="Flags">
      <RecordItems
        none=""
        items={flags.nodes.map(({ id, status, message, createdAt }) => ({
          key: id,
          text: <Link href={`/s/flags?flag=${id}`}>{message}</Link>,
          detail: formatInstant(new Date(createdAt), reader),
          action: <StatusTag tone={statuses[status].tone}>{statuses[status].label}</StatusTag>,
        }))}
      />
    </RecordSection>
  );
}
