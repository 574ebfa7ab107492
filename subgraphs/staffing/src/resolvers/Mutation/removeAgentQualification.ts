import { removeAgentQualification as service } from '../../services/removeAgentQualification.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const removeAgentQualification: NonNullable<MutationResolvers['removeAgentQualification']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
