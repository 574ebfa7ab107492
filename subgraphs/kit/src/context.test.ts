import { expect, test, vi } from 'vitest';
import { createContext } from './context.ts';
import { createLogger } from './logger.ts';
import { anonymous } from './viewer.ts';

const context = () =>
  createContext({
    viewer: anonymous,
    requestId: 'r1',
    logger: createLogger({ name: 'test', level: 'silent' }),
    db: {},
    read: async () => [],
  });

test('a loader fetches what is asked for together in one batch, and each key once', async () => {
  const ctx = context();
  const batch = vi.fn(async (keys: readonly number[]) => new Map(keys.map((key) => [key, `value ${key}`])));
  const load = (key: number) => ctx.loader('number', batch).load(key);
  expect(await Promise.all([load(1), load(2), load(1)])).toEqual(['value 1', 'value 2', 'value 1']);
  expect(await load(2)).toBe('value 2');
  expect(batch.mock.calls).toEqual([[[1, 2]]]);
});

test('a loader gives null for what is not there, for maps and for lists', async () => {
  const ctx = context();
  expect(await ctx.loader('map', async () => new Map([['a', 1]])).loadMany(['b', 'a'])).toEqual([null, 1]);
  expect(await ctx.loader('list', async () => [null, 2]).loadMany(['b', 'a'])).toEqual([null, 2]);
});

test('loaders of different names and of different requests share nothing', async () => {
  const one = context();
  const batch = vi.fn(async (keys: readonly string[]) => [...keys]);
  await Promise.all([
    one.loader('a', batch).load('x'),
    one.loader('b', batch).load('x'),
    context().loader('a', batch).load('x'),
  ]);
  expect(batch).toHaveBeenCalledTimes(3);
});
