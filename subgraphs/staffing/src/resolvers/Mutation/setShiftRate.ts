import { setShiftRate as service } from '../../services/setShiftRate.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const setShiftRate: NonNullable<MutationResolvers['setShiftRate']> = (_parent, { input }, ctx) =>
  service(ctx, input);
