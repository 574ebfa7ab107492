import { Refusal } from './refusal.ts';

/**
 * Refuses a change of an environment while it is frozen.
 *
 * @param freeze the repository's variable FREEZE: nothing when nothing is frozen; otherwise environments, parted by
 *   commas, and a reason after a colon: `staging, live: closing of the year`. Text without a colon freezes everything.
 * @throws Refusal with the reason.
 */
export function checkFreeze(environment: string, freeze: string): void {
  const text = freeze.trim();
  if (text === '') return;
  const [, names, reason = text] = /^([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*:(.*)$/s.exec(text) ?? [];
  const frozen = names?.split(',').map((name) => name.trim());
  if (frozen && !frozen.includes('all') && !frozen.includes(environment)) return;
  throw new Refusal(
    `${environment} is frozen: ${reason.trim() || 'no reason is given'}. Nothing was changed. Whoever may, empties the variable FREEZE of the repository (Settings, Actions, Variables); a rollback is possible all the same.`,
  );
}
