import { raiseFlag as service } from '../../services/raiseFlag.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const raiseFlag: NonNullable<MutationResolvers['raiseFlag']> = (_parent, { input }, ctx) =>
  service(ctx, input);
