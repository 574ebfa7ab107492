import { assignShift as service } from '../../services/assignShift.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const assignShift: NonNullable<MutationResolvers['assignShift']> = (_parent, { input }, ctx) =>
  service(ctx, input);
