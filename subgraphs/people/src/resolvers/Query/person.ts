import { loadPerson } from '../../loaders.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const person: NonNullable<QueryResolvers['person']> = (_parent, { id }, ctx) => loadPerson(ctx, id);
