import { expect, test } from 'vitest';
import { formatDuration, formatMoney, formatSpan, formatTime } from './format.ts';
import { localeOf } from './localeOf.ts';

const london = { locale: 'en-GB', timeZone: 'Europe/London' };

test('times have 24 hours, whoever reads', () => {
  expect(formatTime(new Date('2026-07-01T20:00Z'), { ...london, locale: 'en-US' })).toBe('21:00');
  expect(formatTime(new Date('2026-12-01T00:00Z'), london)).toBe('00:00');
});

test('a span over midnight says on which day it ends', () => {
  const night = [new Date('2026-10-24T20:00Z'), new Date('2026-10-25T07:00Z')] as const;
  expect(formatSpan(...night, london)).toBe('21:00–07:00⁺¹');
  expect(formatSpan(new Date('2026-10-24T07:00Z'), new Date('2026-10-24T15:00Z'), london)).toBe(
    '08:00–16:00',
  );
});

test('a duration is what passes, also when clocks change', () => {
  expect(formatDuration(new Date('2026-10-24T20:00Z'), new Date('2026-10-25T07:00Z'))).toBe('11 h');
  expect(formatDuration(new Date('2026-10-24T07:00Z'), new Date('2026-10-24T14:30Z'))).toBe('7 h 30');
});

test('money has the decimals of its currency and the manner of its reader', () => {
  expect(formatMoney({ amountMinor: 1250, currency: 'GBP' }, 'en-GB')).toBe('£12.50');
  expect(formatMoney({ amountMinor: 1250, currency: 'JPY' }, 'en-GB')).toBe('JP¥1,250');
  expect(formatMoney({ amountMinor: 1250, currency: 'EUR' }, 'de-DE')).toBe('12,50\u00a0€');
});

test.for([
  ['de-AT,de;q=0.8,en;q=0.5', 'de-AT'],
  ['en;q=0.3, fr;q=0.9', 'fr'],
  ['*, not a tag!', 'en-GB'],
  [null, 'en-GB'],
])('%s reads in %s', ([header, locale]) => {
  expect(localeOf(header!)).toBe(locale);
});
