import { signUpForWorkshop as service } from '../../services/signUpForWorkshop.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const signUpForWorkshop: NonNullable<MutationResolvers['signUpForWorkshop']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input);
