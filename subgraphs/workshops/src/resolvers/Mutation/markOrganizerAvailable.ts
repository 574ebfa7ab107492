import { markOrganizerAvailable as service } from '../../services/markOrganizerAvailable.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const markOrganizerAvailable: NonNullable<MutationResolvers['markOrganizerAvailable']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
