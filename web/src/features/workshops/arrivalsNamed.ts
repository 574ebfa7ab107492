import type { Arrival } from './arrival.ts';

/** Without accents, so that whoever types at the door need not find them. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Those with every word of a text somewhere in their names, by name. */
export function arrivalsNamed(arrivals: readonly Arrival[], text: string, locale: string): Arrival[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return arrivals
    .filter(({ name }) => words.every((word) => plain(name).includes(word)))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale) || a.id.localeCompare(b.id));
}
