import { connectionSelection } from '@guildhall/kit/selection';
import { loadAgent } from '../loaders.ts';
import { listShifts } from '../services/listShifts.ts';
import type { AgentResolvers } from '../types.generated.ts';

export const Agent: AgentResolvers = {
  __resolveReference: ({ id }, ctx) => loadAgent(ctx, id),
  person: ({ personId }) => ({ id: personId }),
  shifts: ({ id }, args, ctx, info) =>
    listShifts(ctx, args, connectionSelection(info), { field: 'agentId', id }),
};
