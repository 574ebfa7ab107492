import { reopenShift as service } from '../../services/reopenShift.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const reopenShift: NonNullable<MutationResolvers['reopenShift']> = (_parent, { input }, ctx) =>
  service(ctx, input);
