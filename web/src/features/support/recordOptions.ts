import type { OrganisationKind, Preference, ShiftStatus } from '../../../generated/graphql.ts';
import type { StatusTone } from '../../design/StatusTag.tsx';

/** The words for what can be chosen of, in the order in which it is shown. */
const optionsOf = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }));

export const kindLabels: Readonly<Record<OrganisationKind, string>> = {
  FACILITY: 'Runs facilities',
  COMPANY: 'The company',
  AUTHORITY: 'Local authority',
  PARTNER: 'Partner',
  INSTITUTE: 'Institute',
};
export const kindOptions = optionsOf(kindLabels);

export const roleOptions = optionsOf({
  facility: 'Plans for facilities',
  agent: 'Agent',
  company: 'Support staff',
});

export const preferenceLabels: Readonly<Record<Preference, string>> = {
  PREFERRED: 'Likes to work there',
  NEUTRAL: 'Does not mind',
  AVOID: 'Rather not',
};
export const preferenceOptions = optionsOf(preferenceLabels);

export const currencyOptions = ['GBP', 'EUR', 'USD', 'SEK', 'CHF'].map((value) => ({ value, label: value }));

export const yesNoOptions = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
];

export const shiftStatuses: Readonly<Record<ShiftStatus, { tone: StatusTone; label: string }>> = {
  OPEN: { tone: 'open', label: 'Open' },
  ASSIGNED: { tone: 'ok', label: 'Filled' },
  COMPLETED: { tone: 'done', label: 'Worked' },
  CANCELLED: { tone: 'off', label: 'Cancelled' },
};

/** Qualifications to choose of: those in use. */
export const qualificationOptions = (
  qualifications: readonly { code: string; displayName: string; isKnown: boolean }[] | null | undefined,
) =>
  (qualifications ?? [])
    .filter(({ isKnown }) => isKnown)
    .map(({ code, displayName }) => ({ value: code, label: displayName }));

/** An amount to type: `12.50`. */
export const amountText = (money: { amountMinor: number; currency: string } | null | undefined): string => {
  if (!money) return '';
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: money.currency,
  }).resolvedOptions();
  return (money.amountMinor / 10 ** digits).toFixed(digits);
};
