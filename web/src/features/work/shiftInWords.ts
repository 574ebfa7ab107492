import type { ShiftLineFragment } from '../../../generated/graphql.ts';
import type { StatusTone } from '../../design/StatusTag.tsx';
import { formatDay, formatSpan } from '../../design/format.ts';

/** When a shift is, by the clocks of its facility: `Sat 24 Oct, 21:00–07:00⁺¹`. */
export function whenInWords(
  { startsAt, endsAt, facility: { timeZone } }: Pick<ShiftLineFragment, 'startsAt' | 'endsAt' | 'facility'>,
  locale: string,
): string {
  const reader = { locale, timeZone };
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  return `${formatDay(start, reader)}, ${formatSpan(start, end, reader)}`;
}

/** What a shift is called in a sentence: where and when. */
export const nameOfShift = (shift: ShiftLineFragment, locale: string): string =>
  `${shift.facility.name}, ${whenInWords(shift, locale)}`;

/** How a shift stands, for the agent who reads it. */
export function statusInWords(
  { status, offeredAt, agent, startsAt, endsAt }: ShiftLineFragment,
  agentId: string,
  now: Date,
): { tone: StatusTone; word: string } {
  switch (status) {
    case 'OPEN':
      return { tone: 'open', word: 'Open' };
    case 'CANCELLED':
      return { tone: 'off', word: 'Cancelled' };
    case 'COMPLETED':
      return { tone: 'done', word: 'Worked' };
    case 'ASSIGNED':
      if (agent?.id !== agentId) return { tone: 'open', word: 'Offered by another' };
      if (new Date(endsAt) <= now) return { tone: 'open', word: 'Hours to be confirmed' };
      if (new Date(startsAt) <= now) return { tone: 'ok', word: 'Now' };
      return offeredAt === null ? { tone: 'ok', word: 'Yours' } : { tone: 'open', word: 'Yours, offered' };
  }
}
