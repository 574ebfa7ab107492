import { dateFormat, numberFormat } from './cachedFormats.ts';

/** How an instant is shown: by the clocks of a place, in the manner of the reader. Times always have 24 hours. */
export interface Reader {
  /** By BCP 47, for example en-GB. */
  readonly locale: string;
  /** The IANA zone whose clocks are shown, mostly a facility's. */
  readonly timeZone: string;
}

const formatOf = ({ locale, timeZone }: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  dateFormat(locale, { ...options, timeZone });

/** `Sat 24 Oct`, with the year when it is another than `now`'s. */
export function formatDay(instant: Date, reader: Reader, now = new Date()): string {
  const year = formatOf(reader, { year: 'numeric' });
  const isThisYear = year.format(instant) === year.format(now);
  return formatOf(reader, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(instant);
}

/** `Sat`. */
export const formatWeekday = (instant: Date, reader: Reader): string =>
  formatOf(reader, { weekday: 'short' }).format(instant);

/** `21:00`. */
export const formatTime = (instant: Date, reader: Reader): string =>
  formatOf(reader, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);

/** `21:00–07:00⁺¹`: the small number counts the days between. */
export function formatSpan(start: Date, end: Date, reader: Reader): string {
  const days = Math.round((dayNumber(end, reader) - dayNumber(start, reader)) / 86_400_000);
  const later = days > 0 ? `⁺${'⁰¹²³⁴⁵⁶⁷⁸⁹'[days] ?? days}` : '';
  return `${formatTime(start, reader)}–${formatTime(end, reader)}${later}`;
}

/** `11 h` or `7 h 30`: what passes between two instants, also when clocks change in between. */
export function formatDuration(start: Date, end: Date): string {
  return formatMinutes(Math.round((end.getTime() - start.getTime()) / 60_000));
}

/** `11 h` or `7 h 30`; thousands in the manner of the locale. */
export function formatMinutes(minutes: number, locale = 'en-GB'): string {
  const rest = minutes % 60;
  const hours = `${numberFormat(locale).format(Math.floor(minutes / 60))} h`;
  return rest === 0 ? hours : `${hours} ${String(rest).padStart(2, '0')}`;
}

/** `24 Oct 2026, 21:00`. */
export const formatInstant = (instant: Date, reader: Reader): string =>
  `${formatOf(reader, { day: 'numeric', month: 'short', year: 'numeric' }).format(instant)}, ${formatTime(instant, reader)}`;

/** An amount in minor units of its currency, as the reader writes it: `£12.50`, `12,50 €`. */
export function formatMoney(
  { amountMinor, currency }: { amountMinor: number; currency: string },
  locale: string,
): string {
  const format = numberFormat(locale, { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** `London` of `Europe/London`: how a zone is named to people. */
export const formatZone = (timeZone: string): string => timeZone.split('/').at(-1)!.replaceAll('_', ' ');

/** The calendar day of an instant on a zone's clocks, as milliseconds of that day in UTC. */
function dayNumber(instant: Date, { timeZone }: Reader): number {
  return Date.parse(formatOf({ locale: 'en-CA', timeZone }, { dateStyle: 'short' }).format(instant));
}
