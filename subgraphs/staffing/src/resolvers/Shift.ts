import { loadAgent, loadFacility, loadShift } from '../loaders.ts';
import { toShiftStatus } from '../shiftStatus.ts';
import type { ShiftResolvers } from '../types.generated.ts';

export const Shift: ShiftResolvers = {
  __resolveReference: ({ id }, ctx) => loadShift(ctx, id),
  facility: async ({ facilityId }, _args, ctx) => {
    const facility = await loadFacility(ctx, facilityId);
    if (!facility) throw new Error(`The facility of a visible shift is not visible: ${facilityId}`);
    return facility;
  },
  agent: ({ agentId }, _args, ctx) => (agentId ? loadAgent(ctx, agentId) : null),
  status: ({ status }) => toShiftStatus(status),
};
