import type { WorkshopFactsFragment, WorkshopStatus } from '../../../generated/graphql.ts';
import { formatDay, formatSpan } from '../../design/format.ts';
import type { StatusTone } from '../../design/StatusTag.tsx';

/** Where workshops stand. */
export const workshopStatuses: Readonly<Record<WorkshopStatus, { tone: StatusTone; label: string }>> = {
  DRAFT: { tone: 'open', label: 'Draft' },
  PUBLISHED: { tone: 'ok', label: 'Published' },
  CANCELLED: { tone: 'off', label: 'Cancelled' },
  HELD: { tone: 'done', label: 'Took place' },
};

/** `Sat 24 Oct, 10:00–16:00`, by the clocks of the workshop. */
export function whenInWords(
  { startsAt, endsAt, timeZone }: Pick<WorkshopFactsFragment, 'startsAt' | 'endsAt' | 'timeZone'>,
  locale: string,
): string {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const reader = { locale, timeZone };
  return `${formatDay(start, reader)}, ${formatSpan(start, end, reader)}`;
}

/** Where it is: a place, the web, or both. */
export const whereInWords = ({ place, link }: Pick<WorkshopFactsFragment, 'place' | 'link'>): string =>
  [place, link !== null && 'On the web'].filter(Boolean).join(' · ') || 'Not said yet';

/** `3 of 20 left`, `2 waiting`: what is free for whoever signs up now. */
export function seatsInWords(
  {
    seatsLeft,
    capacity,
    waitingCount,
  }: Pick<WorkshopFactsFragment, 'seatsLeft' | 'capacity' | 'waitingCount'>,
  locale: string,
): string {
  const number = new Intl.NumberFormat(locale);
  if (waitingCount > 0) return `${number.format(waitingCount)} waiting`;
  return seatsLeft === 0 ? 'Full' : `${number.format(seatsLeft)} of ${number.format(capacity)} left`;
}
