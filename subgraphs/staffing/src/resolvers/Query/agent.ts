import { loadAgent } from '../../loaders.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const agent: NonNullable<QueryResolvers['agent']> = (_parent, { id }, ctx) => loadAgent(ctx, id);
