import { expect, test } from 'vitest';
import { nameOfField, valueInWords } from './historyWords.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };

test('fields are called as people call them', () => {
  expect(nameOfField('homeArea')).toBe('Home area');
  expect(nameOfField('startsAt')).toBe('Start');
  expect(nameOfField('note')).toBe('Note');
});

test('values are written as people write them', () => {
  expect(valueInWords('startsAt', '2026-07-01T06:00:00+00:00', reader)).toBe('1 Jul 2026, 07:00');
  expect(valueInWords('rateMinor', '1250', reader)).toBe('12.50');
  expect(valueInWords('breakMinutes', '30', reader)).toBe('30');
  expect(valueInWords('expiresOn', '2027-01-02', reader)).toContain('2027');
  expect(valueInWords('note', 'Ring twice', reader)).toBe('Ring twice');
});
