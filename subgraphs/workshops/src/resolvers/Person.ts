import { connectionSelection } from '@guildhall/kit/selection';
import { listOrganizers } from '../services/listOrganizers.ts';
import { listParticipants } from '../services/listParticipants.ts';
import { whatPersonBrings } from '../services/whatPersonBrings.ts';
import type { PersonResolvers } from '../types.generated.ts';

export const Person: PersonResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  participations: ({ id }, { orderBy, ...args }, ctx, info) => {
    const latest = { field: 'STARTS_AT', direction: 'DESC' } as const;
    const options = { ...args, orderBy: orderBy ?? latest };
    return listParticipants(ctx, options, connectionSelection(info), { field: 'personId', id });
  },
  organizes: ({ id }, args, ctx, info) => listOrganizers(ctx, args, connectionSelection(info), id),
  brings: ({ id }, _args, ctx) => whatPersonBrings(ctx, id),
};
