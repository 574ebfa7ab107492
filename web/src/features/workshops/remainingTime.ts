/**
 * How long something still lasts, in words of even length while they count down: `2 days 4 h`, `5 h 09 min`,
 * `12 min 05 s`; null once it is over.
 */
export function remainingTime(until: number, now: number): string | null {
  const seconds = Math.ceil((until - now) / 1000);
  if (seconds <= 0) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days >= 2) return `${days} days ${hours % 24} h`;
  if (hours >= 1) return `${hours} h ${two(minutes % 60)} min`;
  return `${minutes} min ${two(seconds % 60)} s`;
}
