import { acknowledgeWorkshopRequirements as service } from '../../services/acknowledgeWorkshopRequirements.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const acknowledgeWorkshopRequirements: NonNullable<
  MutationResolvers['acknowledgeWorkshopRequirements']
> = (_parent, { input }, ctx) => service(ctx, input);
