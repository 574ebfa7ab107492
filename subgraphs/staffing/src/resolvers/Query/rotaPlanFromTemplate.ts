import { planWeek } from '../../services/planWeek.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const rotaPlanFromTemplate: NonNullable<QueryResolvers['rotaPlanFromTemplate']> = (
  _parent,
  args,
  ctx,
) => planWeek(ctx, args);
