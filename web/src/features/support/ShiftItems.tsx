import Link from 'next/link';
import type { ShiftRowFragment } from '../../../generated/graphql.ts';
import { formatDay, formatSpan } from '../../design/format.ts';
import { StatusTag } from '../../design/StatusTag.tsx';
import { RecordItems, RecordSection } from '../../design/records/RecordLayout.tsx';
import { shiftStatuses } from './recordOptions.ts';

/** The latest shifts of a record, by the clocks of their facilities, and the way to all of them. */
export function ShiftItems({
  shifts,
  all,
  locale,
}: {
  shifts: { totalCount: number; nodes: readonly ShiftRowFragment[] };
  /** The address of the list of them. */
  all: string;
  locale: string;
}) {
  return (
    <RecordSection
      title="Shifts"
      actions={<Link href={all}>All {new Intl.NumberFormat(locale).format(shifts.totalCount)}</Link>}
    >
      <RecordItems
        none="No shifts yet."
        items={shifts.nodes.map((shift) => ({
          key: shift.id,
          text: <Link href={`/s/shifts/${shift.id}`}>{shiftTitle(shift, locale)}</Link>,
          detail: [shift.facility.name, shift.qualification?.displayName, shift.agent?.person?.name]
            .filter(Boolean)
            .join(' · '),
          action: (
            <StatusTag tone={shiftStatuses[shift.status].tone}>{shiftStatuses[shift.status].label}</StatusTag>
          ),
        }))}
      />
    </RecordSection>
  );
}

/** What a shift is called: when it is, on the clocks of its facility. */
export function shiftTitle(
  {
    startsAt,
    endsAt,
    facility: { timeZone },
  }: Pick<ShiftRowFragment, 'startsAt' | 'endsAt'> & { facility: { timeZone: string } },
  locale: string,
): string {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  return `${formatDay(start, { locale, timeZone })}, ${formatSpan(start, end, { locale, timeZone })}`;
}
