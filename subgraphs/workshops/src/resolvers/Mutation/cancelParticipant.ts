import { cancelParticipant as service } from '../../services/cancelParticipant.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const cancelParticipant: NonNullable<MutationResolvers['cancelParticipant']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input);
