import type { RequirementFactsFragment } from '../../../generated/graphql.ts';

/** Requirements as somebody has to see them who has seen others before. */
export interface SeenAnew {
  readonly requirements: readonly (RequirementFactsFragment & { readonly isNew: boolean })[];
  /** What was needed and no longer is. */
  readonly gone: readonly RequirementFactsFragment[];
}

/**
 * What is new among requirements, and what is gone. One that was changed is both, since it has another id.
 *
 * @param seen those that were shown before; null when none were, and nothing counts as new.
 */
export function requirementsSince(
  now: readonly RequirementFactsFragment[],
  seen: readonly RequirementFactsFragment[] | null,
): SeenAnew {
  const seenIds = new Set(seen?.map(({ id }) => id));
  const ids = new Set(now.map(({ id }) => id));
  return {
    requirements: now.map((each) => ({ ...each, isNew: seen !== null && !seenIds.has(each.id) })),
    gone: (seen ?? []).filter(({ id }) => !ids.has(id)),
  };
}
