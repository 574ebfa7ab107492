import { loadPerson } from '../../loaders.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const me: NonNullable<QueryResolvers['me']> = (_parent, _args, ctx) =>
  ctx.viewer.personId ? loadPerson(ctx, ctx.viewer.personId) : null;
