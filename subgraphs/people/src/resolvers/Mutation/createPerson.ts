import { createPerson as service } from '../../services/createPerson.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const createPerson: NonNullable<MutationResolvers['createPerson']> = (_parent, { input }, ctx) =>
  service(ctx, input);
