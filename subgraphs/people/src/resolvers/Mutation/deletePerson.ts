import { deletePerson as service } from '../../services/deletePerson.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const deletePerson: NonNullable<MutationResolvers['deletePerson']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
