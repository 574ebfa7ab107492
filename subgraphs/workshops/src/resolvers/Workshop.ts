import { connectionSelection } from '@guildhall/kit/selection';
import { canManage } from '../canManage.ts';
import { loadOrganizersOf, loadOwnPart, loadOwnParticipation, loadWorkshop } from '../loaders.ts';
import { isMetByViewer, requirementsIn } from '../requirements.ts';
import { calendarText } from '../services/calendarText.ts';
import { listAttendees } from '../services/listAttendees.ts';
import { listParticipants } from '../services/listParticipants.ts';
import { organizerCandidates } from '../services/organizerCandidates.ts';
import { recordHistory } from '../services/recordHistory.ts';
import { toStatus } from '../status.ts';
import type { WorkshopResolvers } from '../types.generated.ts';

export const Workshop: WorkshopResolvers = {
  __resolveReference: ({ id }, ctx) => loadWorkshop(ctx, id),
  startsOn: ({ startsOn }) => startsOn.toISOString().slice(0, 10),
  seatsLeft: ({ capacity, seatsTaken }) => capacity - seatsTaken,
  status: ({ status }) => toStatus(status),
  requirements: ({ id }, _args, ctx) => requirementsIn(ctx, id),
  unmetRequirements: async ({ id }, _args, ctx) => {
    const musts = (await requirementsIn(ctx, id)).filter(({ level }) => level === 'must');
    const met = await Promise.all(musts.map((requirement) => isMetByViewer(ctx, requirement)));
    return musts.filter((_requirement, n) => !met[n]);
  },
  organizers: ({ id }, _args, ctx) => loadOrganizersOf(ctx, id),
  myParticipation: ({ id }, _args, ctx) => loadOwnParticipation(ctx, id),
  myOrganizing: ({ id }, _args, ctx) => loadOwnPart(ctx, id),
  canManage: ({ id }, _args, ctx) => canManage(ctx, id),
  attendees: ({ id }, args, ctx, info) => listAttendees(ctx, args, connectionSelection(info), id),
  participants: ({ id }, args, ctx, info) =>
    listParticipants(ctx, args, connectionSelection(info), { field: 'workshopId', id }),
  organizerCandidates: ({ id }, args, ctx, info) =>
    organizerCandidates(ctx, args, connectionSelection(info), id),
  calendarText,
  history: ({ id }, args, ctx, info) => recordHistory(ctx, 'workshop', id, args, connectionSelection(info)),
};
