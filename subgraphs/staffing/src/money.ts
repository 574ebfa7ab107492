import type { Money } from './types.generated.ts';

/** Money from its two columns, which are null together. */
export function toMoney(amountMinor: number | null, currency: string | null): Money | null {
  return amountMinor === null || currency === null ? null : { amountMinor, currency };
}
