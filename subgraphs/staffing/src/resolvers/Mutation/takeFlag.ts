import { takeFlag as service } from '../../services/takeFlag.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const takeFlag: NonNullable<MutationResolvers['takeFlag']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
