import { connectionSelection } from '@guildhall/kit/selection';
import { listFacilities } from '../../services/listFacilities.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const facilities: NonNullable<QueryResolvers['facilities']> = (_parent, args, ctx, info) =>
  listFacilities(ctx, args, connectionSelection(info));
