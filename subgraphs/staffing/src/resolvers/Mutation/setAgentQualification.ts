import { setAgentQualification as service } from '../../services/setAgentQualification.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const setAgentQualification: NonNullable<MutationResolvers['setAgentQualification']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input);
