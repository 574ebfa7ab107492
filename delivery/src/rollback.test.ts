import { expect, test } from 'vitest';
import { releaseAt } from '../fixtures/release.ts';
import { planRollback } from './rollback.ts';

const earlier = releaseAt('earlier', { migrations: { staffing: ['1_init', '2_more'] } });

test('going back takes back what the newer release brought, the last first, and nothing else', () => {
  const present = releaseAt('present', {
    migrations: {
      people: ['1_init', '2_new'],
      staffing: ['1_init', '2_more', '3_a', '4_b'],
      workshops: ['1_init'],
    },
  });
  expect(planRollback(present, earlier)).toEqual({
    keep: ['workshops/', 'staffing/2_more', 'people/1_init'],
    takenBack: ['workshops/1_init', 'staffing/4_b', 'staffing/3_a', 'people/2_new'],
  });
});

test('nothing is taken back when the tables are the same', () => {
  expect(
    planRollback(releaseAt('present', { migrations: { staffing: ['1_init', '2_more'] } }), earlier),
  ).toEqual({
    keep: [],
    takenBack: [],
  });
});

test('what came later, or went another way, is nothing to go back to', () => {
  expect(() => planRollback(releaseAt('present'), earlier)).toThrow('it is none that came before');
  const other = releaseAt('present', { migrations: { staffing: ['1_init', '2_other', '3_a'] } });
  expect(() => planRollback(other, earlier)).toThrow('staffing has other migrations');
});

test('what has gone back already does not go back again', () => {
  expect(() => planRollback(earlier, earlier)).toThrow('it has gone back already');
});
