'use client';

import { useMounted } from '@mantine/hooks';
import { formatDay, formatSpan, formatTime, formatZone } from './format.ts';

/** A span of time by the clocks of whoever reads, where they differ from the place's; nothing where they agree. */
export function ReaderTime({
  startsAt,
  endsAt,
  timeZone,
  locale,
}: {
  startsAt: string;
  endsAt: string;
  /** Of the place. */
  timeZone: string;
  locale: string;
}) {
  // Only the browser knows where its reader is.
  if (!useMounted()) return null;
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const reader = { locale, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  const place = { locale, timeZone };
  const isSame = [start, end].every(
    (instant) =>
      formatTime(instant, reader) === formatTime(instant, place) &&
      formatDay(instant, reader) === formatDay(instant, place),
  );
  if (isSame) return null;
  return (
    <span>
      {formatDay(start, reader)}, {formatSpan(start, end, reader)} in {formatZone(reader.timeZone)}, where you
      are
    </span>
  );
}
