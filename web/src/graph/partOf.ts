import type { Outcome } from './outcome.ts';

/**
 * The part of an outcome that a page cannot do without, mostly the operation's first field: it is null when the
 * service that knows it is down, which is then the page's trouble.
 */
export function partOf<Data, Part>(
  outcome: Outcome<Data>,
  choose: (data: Data) => Part,
): Outcome<NonNullable<Part>> {
  if (outcome.kind !== 'data') return outcome;
  const part = choose(outcome.data);
  if (part == null) return { kind: 'unavailable', service: outcome.down[0] ?? null, requestId: '' };
  return { kind: 'data', data: part, down: outcome.down };
}
