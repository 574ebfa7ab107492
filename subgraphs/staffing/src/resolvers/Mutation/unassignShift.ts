import { unassignShift as service } from '../../services/unassignShift.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const unassignShift: NonNullable<MutationResolvers['unassignShift']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
