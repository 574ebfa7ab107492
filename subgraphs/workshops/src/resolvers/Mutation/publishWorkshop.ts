import { publishWorkshop as service } from '../../services/publishWorkshop.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const publishWorkshop: NonNullable<MutationResolvers['publishWorkshop']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
