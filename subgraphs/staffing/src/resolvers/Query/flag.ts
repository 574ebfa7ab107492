import { loadFlag } from '../../loaders.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const flag: NonNullable<QueryResolvers['flag']> = (_parent, { id }, ctx) => loadFlag(ctx, id);
