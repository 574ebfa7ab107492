import { setWhatIBring as service } from '../../services/setWhatIBring.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const setWhatIBring: NonNullable<MutationResolvers['setWhatIBring']> = (_parent, { input }, ctx) =>
  service(ctx, input.kinds);
