import { acceptOrganizerInvitation as service } from '../../services/acceptOrganizerInvitation.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const acceptOrganizerInvitation: NonNullable<MutationResolvers['acceptOrganizerInvitation']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
