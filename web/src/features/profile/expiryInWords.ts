import type { StatusTone } from '../../design/StatusTag.tsx';

const dayMs = 86_400_000;

/** How many days before its end a qualification is marked. */
const soon = 60;

/**
 * How a qualification stands on a day.
 *
 * @param expiresOn the last day it holds, as `2026-10-24`; null when it does not end.
 * @param today likewise.
 */
export function expiryInWords(expiresOn: string | null, today: string): { tone: StatusTone; word: string } {
  if (expiresOn === null) return { tone: 'ok', word: 'Does not end' };
  const days = Math.round((Date.parse(expiresOn) - Date.parse(today)) / dayMs);
  if (days < 0) return { tone: 'danger', word: 'Expired' };
  if (days === 0) return { tone: 'open', word: 'Ends today' };
  if (days <= soon) return { tone: 'open', word: `Ends in ${days === 1 ? '1 day' : `${days} days`}` };
  return { tone: 'ok', word: 'Holds' };
}
