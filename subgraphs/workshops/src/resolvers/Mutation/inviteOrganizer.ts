import { inviteOrganizer as service } from '../../services/inviteOrganizer.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const inviteOrganizer: NonNullable<MutationResolvers['inviteOrganizer']> = (_parent, { input }, ctx) =>
  service(ctx, input);
