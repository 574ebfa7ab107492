import { reopenFlag as service } from '../../services/reopenFlag.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const reopenFlag: NonNullable<MutationResolvers['reopenFlag']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
