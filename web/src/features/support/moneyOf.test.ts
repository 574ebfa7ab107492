import { expect, test } from 'vitest';
import { moneyOf } from './moneyOf.ts';

test.for([
  ['12.50', 'GBP', 1250],
  ['12,5', 'EUR', 1250],
  ['19.99', 'GBP', 1999],
  ['0', 'GBP', 0],
])('%s %s is %i in minor units', ([amount, currency, amountMinor]) => {
  expect(moneyOf(amount as string, currency as string)).toEqual({ amountMinor, currency });
});

test('nothing is no amount to set, and what is no amount is told from it', () => {
  expect(moneyOf(' ', 'GBP')).toBe(null);
  for (const text of ['-1', '1.234', 'twelve', '1e3', '1.2.3'])
    expect(moneyOf(text, 'GBP'), text).toBe(undefined);
});
