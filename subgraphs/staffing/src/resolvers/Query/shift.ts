import { loadShift } from '../../loaders.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const shift: NonNullable<QueryResolvers['shift']> = (_parent, { id }, ctx) => loadShift(ctx, id);
