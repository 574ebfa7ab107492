import { connectionSelection } from '@guildhall/kit/selection';
import { listOrganisations } from '../../services/listOrganisations.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const organisations: NonNullable<QueryResolvers['organisations']> = (_parent, args, ctx, info) =>
  listOrganisations(ctx, args, connectionSelection(info));
