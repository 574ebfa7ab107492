import type { DomainSchema } from '@guildhall/gateway/compose';

/** A schema without its access rules, for neighbours that enforce none. */
export function withoutRules({ name, typeDefs }: DomainSchema): DomainSchema {
  return {
    name,
    typeDefs: typeDefs
      .replaceAll(/@(authenticated|policy\(.*?\]\]\)|requiresScopes\(.*?\]\]\))(?!")/g, '')
      .replaceAll(/, "@(authenticated|policy|requiresScopes)"/g, ''),
  };
}
