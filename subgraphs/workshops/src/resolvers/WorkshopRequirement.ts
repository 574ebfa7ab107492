import { requirementKinds } from '@guildhall/reference/codes';
import { loadRequirement } from '../loaders.ts';
import { isMetByViewer } from '../requirements.ts';
import { toStatus } from '../status.ts';
import type { WorkshopRequirementResolvers } from '../types.generated.ts';

export const WorkshopRequirement: WorkshopRequirementResolvers = {
  __resolveReference: ({ id }, ctx) => loadRequirement(ctx, id),
  kind: ({ kind }) => requirementKinds.find(kind),
  level: ({ level }) => toStatus(level),
  isMetByMe: (requirement, _args, ctx) => isMetByViewer(ctx, requirement),
};
