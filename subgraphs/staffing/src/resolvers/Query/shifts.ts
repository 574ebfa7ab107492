import { connectionSelection } from '@guildhall/kit/selection';
import { listShifts } from '../../services/listShifts.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const shifts: NonNullable<QueryResolvers['shifts']> = (_parent, args, ctx, info) =>
  listShifts(ctx, args, connectionSelection(info));
