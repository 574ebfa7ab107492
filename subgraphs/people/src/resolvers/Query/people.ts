import { connectionSelection } from '@guildhall/kit/selection';
import { listPeople } from '../../services/listPeople.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const people: NonNullable<QueryResolvers['people']> = (_parent, args, ctx, info) =>
  listPeople(ctx, args, connectionSelection(info));
