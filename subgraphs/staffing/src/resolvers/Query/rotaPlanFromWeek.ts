import { planWeek } from '../../services/planWeek.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const rotaPlanFromWeek: NonNullable<QueryResolvers['rotaPlanFromWeek']> = (_parent, args, ctx) =>
  planWeek(ctx, args);
