import { connectionSelection } from '@guildhall/kit/selection';
import { listWorkshops } from '../../services/listWorkshops.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const workshops: NonNullable<QueryResolvers['workshops']> = (_parent, args, ctx, info) =>
  listWorkshops(ctx, args, connectionSelection(info));
