import { updatePerson as service } from '../../services/updatePerson.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const updatePerson: NonNullable<MutationResolvers['updatePerson']> = (_parent, { input }, ctx) =>
  service(ctx, input);
