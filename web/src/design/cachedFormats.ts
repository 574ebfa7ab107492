const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const known = formats.get(key);
  if (known) return known;
  const made = make();
  formats.set(key, made);
  return made;
}

/** `new Intl.DateTimeFormat(…)`, made once: making one takes longer than a hundred uses of it. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(dates, JSON.stringify([locale, options]), () => new Intl.DateTimeFormat(locale, options));

/** `new Intl.NumberFormat(…)`, made once. */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  kept(numbers, JSON.stringify([locale, options]), () => new Intl.NumberFormat(locale, options));
