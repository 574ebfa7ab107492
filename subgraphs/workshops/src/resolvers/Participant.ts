import { connectionSelection } from '@guildhall/kit/selection';
import { loadParticipant, loadWaitingPosition, loadWorkshop } from '../loaders.ts';
import { requirementsIn } from '../requirements.ts';
import { recordHistory } from '../services/recordHistory.ts';
import { toStatus } from '../status.ts';
import type { ParticipantResolvers } from '../types.generated.ts';
import { visibleWorkshop } from '../visibleWorkshop.ts';

export const Participant: ParticipantResolvers = {
  __resolveReference: ({ id }, ctx) => loadParticipant(ctx, id),
  workshop: ({ workshopId }, _args, ctx) => visibleWorkshop(ctx, workshopId),
  person: ({ personId }) => ({ id: personId }),
  status: ({ status }) => toStatus(status),
  waitingPosition: ({ id, status }, _args, ctx) =>
    status === 'waiting' ? loadWaitingPosition(ctx, id) : null,
  acknowledgedRequirements: ({ workshopId, acknowledgedVersion }, _args, ctx) =>
    requirementsIn(ctx, workshopId, acknowledgedVersion),
  requirementsChanged: async ({ workshopId, acknowledgedVersion }, _args, ctx) =>
    (await loadWorkshop(ctx, workshopId))?.requirementsVersion !== acknowledgedVersion,
  cancelledBy: ({ cancelledBy }) => (cancelledBy === null ? null : toStatus(cancelledBy)),
  signedUpAt: ({ createdAt }) => createdAt,
  history: ({ id }, args, ctx, info) =>
    recordHistory(ctx, 'participant', id, args, connectionSelection(info)),
};
