import { markOrganizerUnavailable as service } from '../../services/markOrganizerUnavailable.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const markOrganizerUnavailable: NonNullable<MutationResolvers['markOrganizerUnavailable']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
