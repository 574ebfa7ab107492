import { requirementKinds } from '@guildhall/reference/codes';
import type { RequirementKindResolvers } from '../types.generated.ts';

export const RequirementKind: RequirementKindResolvers = {
  parents: ({ parents }) => parents.map(requirementKinds.find),
};
