import { Gauge } from 'prom-client';
import { runAs } from './database.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import type { ReadRows } from './readRows.ts';
import { system } from './viewer.ts';

/** A number of the business, shown beside what is measured of the service. */
export interface Figure {
  /** Of the metric, for example `guildhall_staffing_coming_shifts`. */
  readonly name: string;
  /** What it is, in a sentence. */
  readonly help: string;
  readonly labelNames: readonly string[];
  /**
   * Counts, by one bounded `select`, as the viewer `system`, who sees every row: what it returns is numbers, and
   * labels with a few values that are nobody's.
   */
  count(read: ReadRows): Promise<readonly { labels: Readonly<Record<string, string>>; value: number }[]>;
}

/** How old a figure may be before it is counted again, in milliseconds. */
const freshMs = 60_000;

/**
 * Shows figures at `/metrics`. Whoever asks for the metrics never waits for the database and shows what was counted
 * last; when that is a minute old, it is counted again behind. A figure that cannot be counted is not shown.
 */
export function showFigures(
  figures: readonly Figure[],
  { metrics, read, logger }: { metrics: Metrics; read: ReadRows; logger: Logger },
): void {
  for (const { name, help, labelNames, count } of figures) {
    let countedAt = -Infinity;
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [metrics],
      collect() {
        if (performance.now() - countedAt < freshMs) return;
        countedAt = performance.now();
        void recount();
      },
    });
    const recount = async () => {
      try {
        const numbers = await runAs({ viewer: system, requestId: 'metrics' }, () => count(read));
        gauge.reset();
        for (const { labels, value } of numbers) gauge.set(labels, value);
      } catch (error) {
        gauge.reset();
        logger.warn({ err: error, figure: name }, 'A figure of the business cannot be counted.');
      }
    };
  }
}
