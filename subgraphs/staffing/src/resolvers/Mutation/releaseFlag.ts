import { releaseFlag as service } from '../../services/releaseFlag.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const releaseFlag: NonNullable<MutationResolvers['releaseFlag']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
