import { qualifications } from '@guildhall/reference/codes';
import { loadAgent } from '../loaders.ts';
import { toShiftKind } from '../shiftStatus.ts';
import type { PlannedShiftResolvers } from '../types.generated.ts';

export const PlannedShift: PlannedShiftResolvers = {
  kind: ({ kind }) => toShiftKind(kind),
  qualification: ({ qualification }) => (qualification === null ? null : qualifications.find(qualification)),
  agent: ({ agentId }, _args, ctx) => (agentId ? loadAgent(ctx, agentId) : null),
};
