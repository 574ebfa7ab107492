import { createHash } from 'node:crypto';

/** Picks one of a list. */
export type Pick = <Item>(list: readonly Item[]) => Item;

/**
 * Picks that depend on the record alone, not on what was made before it: the hundredth person is the same
 * person on every run and at every scale.
 *
 * @param kind For example `person`.
 * @param n From 0 on.
 */
export function picksFor(kind: string, n: number): Pick {
  const bytes = createHash('sha1').update(`${kind}/${n}`).digest();
  let offset = 0;
  return (list) => {
    const number = bytes.readUInt32BE(offset);
    offset = (offset + 4) % bytes.length;
    return list[number % list.length]!;
  };
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** When the n-th seeded record of a kind came to be: a long time ago, in the order of their numbers. */
export function madeAt(n: number): { createdAt: Date; updatedAt: Date } {
  const instant = new Date(Date.UTC(2025, 0, 6, 9) + n * 37 * 60_000);
  return { createdAt: instant, updatedAt: instant };
}
