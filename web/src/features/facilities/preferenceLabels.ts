import type { Preference } from '../../../generated/graphql.ts';

/** What agents say of a facility, in their words. */
export const preferenceLabels: Readonly<Record<Preference, string>> = {
  PREFERRED: 'I like to work there',
  NEUTRAL: 'I do not mind',
  AVOID: 'Rather not',
};
