import type { Viewer } from '@guildhall/kit/viewer';
import { type GraphQLInterfaceType, type GraphQLObjectType, isAbstractType, isObjectType } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type AccessRule, createAccessContext } from '../access/accessRule.ts';
import type { AccessRules } from '../access/accessRules.ts';

/** Whether a viewer may ask for a field. */
export type May = (type: GraphQLObjectType | GraphQLInterfaceType, field: string) => boolean;

/**
 * Makes the function that tells which fields a viewer may ask for, worked out once for each role with its scopes.
 *
 * @returns besides, a key that viewers with the same rights have in common.
 */
export function createVisibility(rules: AccessRules): (viewer: Viewer) => Promise<{ may: May; key: string }> {
  const distinct = new Set<AccessRule>();
  for (const type of Object.values(rules.schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const name of Object.keys(type.getFields())) {
      for (const rule of rules.ofField(type, name)) distinct.add(rule);
    }
  }
  const heldBy = new LRUCache<string, ReadonlySet<AccessRule>>({ max: 500 });

  return async (viewer) => {
    const key = `${viewer.role} ${viewer.scopes.toSorted().join(' ')}`;
    let held = heldBy.get(key);
    if (!held) {
      const context = createAccessContext(viewer);
      const verdicts = await Promise.all(
        [...distinct].map(async (rule) => [rule, await rule.holds(context)] as const),
      );
      held = new Set(verdicts.filter(([, holds]) => holds).map(([rule]) => rule));
      heldBy.set(key, held);
    }
    const may: May = (type, field) => {
      const types = isAbstractType(type) ? rules.schema.getPossibleTypes(type) : [type];
      return types.every((one) => rules.ofField(one, field).every((rule) => held.has(rule)));
    };
    return { may, key };
  };
}
