import { sqltag as sql } from '@prisma/client/runtime/client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type FixtureDatabase, fixtureDatabase } from '../test/fixtureDatabase.ts';
import { showFigures } from './figure.ts';
import { createLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import type { ReadRows } from './readRows.ts';

let fixture: FixtureDatabase;
beforeAll(async () => {
  fixture = await fixtureDatabase();
  await fixture.asOwner(
    `insert into fixture.note (owner_id, text) select gen_random_uuid(), 'note ' || n from generate_series(1, 3) n`,
  );
});
afterAll(() => fixture.drop());

const lines: string[] = [];
const logger = createLogger({ name: 'test', destination: { write: (line) => void lines.push(line) } });

/** Shows one figure, and tells the lines of it that a scrape gets. */
function show(count: (read: ReadRows) => Promise<{ labels: Record<string, string>; value: number }[]>) {
  const metrics = createMetrics('test');
  const { read } = fixture.open();
  const figure = { name: 'notes', help: 'Notes of anybody.', labelNames: ['kind'], count };
  showFigures([figure], { metrics, read, logger });
  return async () => (await metrics.metrics()).split('\n').filter((line) => line.startsWith('notes'));
}

test('a figure counts the rows of everybody, is counted once a minute, and no scrape waits for it', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  try {
    const asked = vi.fn(async (read: ReadRows) => {
      const [row] = await read<{ notes: number }>(sql`select count(*)::integer as notes from fixture.note`);
      return [{ labels: { kind: 'any' }, value: row!.notes }];
    });
    const scrape = show(asked);
    expect(await scrape()).toEqual([]);
    await expect.poll(scrape).toEqual(['notes{kind="any",service="test"} 3']);
    await scrape();
    expect(asked).toHaveBeenCalledTimes(1);

    await fixture.asOwner('delete from fixture.note');
    now.mockReturnValue(61_000);
    expect(await scrape()).toEqual(['notes{kind="any",service="test"} 3']);
    await expect.poll(scrape).toEqual(['notes{kind="any",service="test"} 0']);
    expect(asked).toHaveBeenCalledTimes(2);
  } finally {
    now.mockRestore();
  }
});

test('a figure that cannot be counted is missing, said in the log, and fails no scrape', async () => {
  const scrape = show((read) => read(sql`select 1 / 0 as nothing`));
  await scrape();
  await expect.poll(() => lines.join()).toContain('division by zero');
  expect(await scrape()).toEqual([]);
});
