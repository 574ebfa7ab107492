import { revokeCalendarFeed as service } from '../../services/revokeCalendarFeed.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const revokeCalendarFeed: NonNullable<MutationResolvers['revokeCalendarFeed']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.agentId);
