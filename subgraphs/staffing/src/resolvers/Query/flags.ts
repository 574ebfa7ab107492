import { connectionSelection } from '@guildhall/kit/selection';
import { listFlags } from '../../services/listFlags.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const flags: NonNullable<QueryResolvers['flags']> = (_parent, args, ctx, info) =>
  listFlags(ctx, args, connectionSelection(info));
