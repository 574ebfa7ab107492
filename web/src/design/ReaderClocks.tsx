'use client';

import { useMounted } from '@mantine/hooks';
import { formatDay, formatSpan, formatTime, formatZone } from './format.ts';

/** What `ReaderTime` shows, in the browser. */
export function ReaderClocks({
  startsAt,
  endsAt,
  timeZone,
  likelyZone,
  locale,
}: {
  startsAt: string;
  endsAt: string;
  /** Of the place. */
  timeZone: string;
  /** Where most readers are: the room for them is kept until the browser tells where its reader is. */
  likelyZone: string;
  locale: string;
}) {
  const isKnown = useMounted();
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const reader = {
    locale,
    timeZone: isKnown ? Intl.DateTimeFormat().resolvedOptions().timeZone : likelyZone,
  };
  const place = { locale, timeZone };
  const isSame = [start, end].every(
    (instant) =>
      formatTime(instant, reader) === formatTime(instant, place) &&
      formatDay(instant, reader) === formatDay(instant, place),
  );
  if (isSame) return null;
  return (
    <span style={isKnown ? undefined : { visibility: 'hidden' }}>
      {formatDay(start, reader)}, {formatSpan(start, end, reader)} in {formatZone(reader.timeZone)}, where you
      are
    </span>
  );
}
