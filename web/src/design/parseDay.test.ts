import { expect, test } from 'vitest';
import { formatDay } from './format.ts';
import { parseDay } from './parseDay.ts';

// A Tuesday.
const today = '2026-11-24';

test.for([
  ['24/10', '2026-10-24'],
  ['24.10.26', '2026-10-24'],
  ['24-10-2027', '2027-10-24'],
  ['2026-3-9', '2026-03-09'],
  ['24 oct', '2026-10-24'],
  ['24 October 2026', '2026-10-24'],
  ['Oct 24, 2026', '2026-10-24'],
  ['5/1', '2027-01-05'],
  ['today', today],
  ['tomorrow', '2026-11-25'],
  ['+1', '2026-11-25'],
  ['-7', '2026-11-17'],
  ['tue', today],
  ['Sat', '2026-11-28'],
  ['monday', '2026-11-30'],
])('reads %s', ([text, day]) => {
  expect(parseDay(text!, today)).toBe(day);
});

test('reads the month first for those who write it first', () => {
  expect(parseDay('10/24', today, true)).toBe('2026-10-24');
});

test.for(['', 'soon', '31/6', '29 feb 2027', '24/13', '1/2/3/4', '24 xyz'])(
  'does not take %s for a day',
  (text) => {
    expect(parseDay(text, today)).toBe(null);
  },
);

test.for(['en-GB', 'en-US', 'en-AU'])('reads back what is shown in %s', (locale) => {
  for (let day = 0; day < 400; day++) {
    const instant = new Date(Date.UTC(2026, 0, 1 + day, 12));
    const shown = formatDay(instant, { locale, timeZone: 'UTC' }, new Date(0));
    expect(parseDay(shown, today), shown).toBe(instant.toISOString().slice(0, 10));
  }
});
