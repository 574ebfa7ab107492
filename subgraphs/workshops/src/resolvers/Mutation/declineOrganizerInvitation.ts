import { declineOrganizerInvitation as service } from '../../services/declineOrganizerInvitation.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const declineOrganizerInvitation: NonNullable<MutationResolvers['declineOrganizerInvitation']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
