import { withdrawOrganizer as service } from '../../services/withdrawOrganizer.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const withdrawOrganizer: NonNullable<MutationResolvers['withdrawOrganizer']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
