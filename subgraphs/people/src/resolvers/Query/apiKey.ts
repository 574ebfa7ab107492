import { usableApiKey } from '../../services/usableApiKey.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const apiKey: NonNullable<QueryResolvers['apiKey']> = (_parent, { id }, ctx) => usableApiKey(ctx, id);
