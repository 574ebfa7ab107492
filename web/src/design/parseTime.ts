/**
 * Reads a time of day as people type it: `7`, `07`, `730`, `0730`, `7:30`, `19.30`, `7h30`, `7pm`.
 *
 * @returns the time as `07:30`; null when the text is none.
 */
export function parseTime(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const match =
    /^(\d{1,2})(?:[:.h ](\d{2}))?\s*([ap])?\.?m?\.?$/.exec(typed) ??
    /^(\d{1,2})(\d{2})\s*([ap])?\.?m?\.?$/.exec(typed);
  if (!match || (/m/.test(typed) && !match[3])) return null;
  let hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  if (match[3] !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (match[3] === 'p' ? 12 : 0);
  }
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
