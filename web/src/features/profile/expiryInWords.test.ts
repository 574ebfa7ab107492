import { expect, test } from 'vitest';
import { expiryInWords } from './expiryInWords.ts';

test.each([
  [null, 'Does not end', 'ok'],
  ['2026-11-23', 'Expired', 'danger'],
  ['2026-11-24', 'Ends today', 'open'],
  ['2026-11-25', 'Ends in 1 day', 'open'],
  ['2027-01-23', 'Ends in 60 days', 'open'],
  ['2027-01-24', 'Holds', 'ok'],
])('a qualification that holds until %s is marked “%s” on 24 November', (expiresOn, word, tone) => {
  expect(expiryInWords(expiresOn, '2026-11-24')).toEqual({ word, tone });
});
