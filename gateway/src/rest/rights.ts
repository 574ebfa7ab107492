import type { AccessRule } from '../access/accessRule.ts';
import type { AccessRules } from '../access/accessRules.ts';
import { type FieldOfType, type RestOperation } from './restOperation.ts';

/** What has to hold for an operation's own fields, whatever is asked of them. */
export function rulesOfOperation(rules: AccessRules, { root, inner }: RestOperation): readonly AccessRule[] {
  return [...new Set([root, ...(inner ? [inner] : [])].flatMap((one) => rulesOf(rules, one)))];
}

/** What has to hold for a field of an object. */
export function rulesOf(rules: AccessRules, { type, field }: FieldOfType): readonly AccessRule[] {
  return rules.ofField(type, field.name);
}

/** The scopes that rules ask for, in alternatives of which one has to be had whole. */
export function scopeAlternatives(needed: readonly AccessRule[]): readonly (readonly string[])[] {
  let alternatives: readonly (readonly string[])[] = [[]];
  for (const { requirement } of needed) {
    if (requirement.kind !== 'scopes') continue;
    alternatives = alternatives.flatMap((one) =>
      requirement.anyOf.map((more) => [...new Set([...one, ...more])]),
    );
  }
  return alternatives;
}

/** What rules ask for, as the end of the sentence "Needs …"; empty when they ask for nothing. */
export function needsText(needed: readonly AccessRule[]): string {
  // Roles come last, of which one of several may do: "the scope a:read and the role b, or c".
  const isRole = ({ requirement }: AccessRule) => Number(requirement.kind === 'policies');
  const texts = needed.toSorted((a, b) => isRole(a) - isRole(b)).map(({ needs }) => needs);
  // Who has a scope or a role is signed in.
  return (texts.length > 1 ? texts.filter((text) => text !== 'a sign-in') : texts).join(' and ');
}
