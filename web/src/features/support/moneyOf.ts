/** An amount as people write it, in minor units; null when it is empty, undefined when it is no amount. */
export function moneyOf(
  amount: string,
  currency: string,
): { amountMinor: number; currency: string } | null | undefined {
  const text = amount.trim().replace(',', '.');
  if (text === '') return null;
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits!;
  if (!new RegExp(`^\\d+(\\.\\d{1,${Math.max(digits, 1)}})?$`).test(text)) return undefined;
  return { amountMinor: Math.round(Number(text) * 10 ** digits), currency };
}
