import { connectionSelection } from '@guildhall/kit/selection';
import { listAgents } from '../../services/listAgents.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const agents: NonNullable<QueryResolvers['agents']> = (_parent, args, ctx, info) =>
  listAgents(ctx, args, connectionSelection(info));
