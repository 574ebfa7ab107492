import { connectionSelection } from '@guildhall/kit/selection';
import { loadOrganizer, loadWorkshop } from '../loaders.ts';
import { recordHistory } from '../services/recordHistory.ts';
import { toStatus } from '../status.ts';
import type { OrganizerResolvers } from '../types.generated.ts';

export const Organizer: OrganizerResolvers = {
  __resolveReference: ({ id }, ctx) => loadOrganizer(ctx, id),
  workshop: ({ workshopId }, _args, ctx) => loadWorkshop(ctx, workshopId),
  person: ({ personId }) => ({ id: personId }),
  status: ({ status }) => toStatus(status),
  invitedAt: ({ createdAt }) => createdAt,
  history: ({ id }, args, ctx, info) => recordHistory(ctx, 'organizer', id, args, connectionSelection(info)),
};
