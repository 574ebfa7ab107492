/**
 * How long to wait before a query is sent again.
 *
 * @param attempt how often it was sent again already, from 0 on.
 * @param retryAfter what the graph asked for, as RFC 9110, section 10.2.3 writes it; null when it asked for nothing.
 * @returns milliseconds: never less than the graph asked for; otherwise twice as long each time, up to 10 seconds, with
 *   half of it left to chance, so that many clients do not return together.
 */
export function retryDelay(
  attempt: number,
  retryAfter: string | null,
  { now = Date.now(), random = Math.random() }: { now?: number; random?: number } = {},
): number {
  const growing = Math.min(10_000, 200 * 2 ** attempt) * (0.5 + random / 2);
  if (retryAfter === null) return growing;
  const asked = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now;
  return Number.isNaN(asked) ? growing : Math.max(growing, asked);
}
