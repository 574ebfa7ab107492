const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayMs = 86_400_000;

/**
 * Reads a day as people type it: `24/10`, `24.10.26`, `24 oct`, `sat` (the next one, today included), `+1`, `today`,
 * `tomorrow`, `2026-10-24`, and what {@link formatDay} writes.
 *
 * @param today as `2026-11-24`, by the clocks of the place that is meant.
 * @param isMonthFirst whether the reader writes 10/24.
 * @returns the day as `2026-10-24`; null when the text is none. A day without a year is the one nearest to today.
 */
export function parseDay(text: string, today: string, isMonthFirst = false): string | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const base = Date.parse(today);
  const dayAfter = (days: number) => new Date(base + days * dayMs).toISOString().slice(0, 10);

  if (typed === 'today') return today;
  if (typed === 'tomorrow') return dayAfter(1);
  if (typed === 'yesterday') return dayAfter(-1);
  const step = /^([+-])(\d{1,3})$/.exec(typed);
  if (step) return dayAfter(Number(step[2]) * (step[1] === '+' ? 1 : -1));
  const weekday = /^[a-z]{3,9}$/.test(typed) ? weekdays.indexOf(typed.slice(0, 3)) : -1;
  if (weekday >= 0) return dayAfter((weekday - new Date(base).getUTCDay() + 7) % 7);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const numbers = /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{2}|\d{4}))?\.?$/.exec(typed);
  const words = /^(?:[a-z]{3,9},? )?(\d{1,2})\.? ([a-z]{3,9})\.?(?:,? (\d{2}|\d{4}))?$/.exec(typed);
  const wordsFirst = /^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{2}|\d{4}))?$/.exec(typed);
  const monthOf = (word: string) => months.indexOf(word.slice(0, 3)) + 1;
  let found: [day: number, month: number, year: string | undefined];
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    found = isMonthFirst ? [second, first, numbers[3]] : [first, second, numbers[3]];
  } else if (words) found = [Number(words[1]), monthOf(words[2]!), words[3]];
  else if (wordsFirst) found = [Number(wordsFirst[2]), monthOf(wordsFirst[1]!), wordsFirst[3]];
  else return null;

  const [day, month, year] = found;
  if (year !== undefined) return dayOf(Number(year.length === 2 ? `20${year}` : year), month, day);
  const thisYear = new Date(base).getUTCFullYear();
  return (
    [thisYear - 1, thisYear, thisYear + 1]
      .map((each) => dayOf(each, month, day))
      .filter((each) => each !== null)
      .toSorted((a, b) => Math.abs(Date.parse(a) - base) - Math.abs(Date.parse(b) - base))[0] ?? null
  );
}

/** A day that exists, or null: there is no 31 June. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : null;
}
