import { createCalendarFeed as service } from '../../services/createCalendarFeed.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const createCalendarFeed: NonNullable<MutationResolvers['createCalendarFeed']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.agentId);
