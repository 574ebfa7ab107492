import { qualifications } from '@guildhall/reference/codes';
import { loadAgent, loadFacility, loadShift } from '../loaders.ts';
import { toLocalDate } from '../localDay.ts';
import { toMoney } from '../money.ts';
import { plannedMinutes } from '../services/assignmentFindings.ts';
import { claimWarnings } from '../services/claimWarnings.ts';
import { giveBackUntil } from '../services/giveBackUntil.ts';
import { toShiftKind, toShiftStatus } from '../shiftStatus.ts';
import { connectionSelection } from '@guildhall/kit/selection';
import { listFlags } from '../services/listFlags.ts';
import { recordHistory } from '../services/recordHistory.ts';
import type { ShiftResolvers } from '../types.generated.ts';

export const Shift: ShiftResolvers = {
  __resolveReference: ({ id }, ctx) => loadShift(ctx, id),
  facility: async ({ facilityId }, _args, ctx) => {
    const facility = await loadFacility(ctx, facilityId);
    if (!facility) throw new Error(`The facility of a visible shift is not visible: ${facilityId}`);
    return facility;
  },
  agent: ({ agentId }, _args, ctx) => (agentId ? loadAgent(ctx, agentId) : null),
  kind: ({ kind }) => toShiftKind(kind),
  qualification: ({ qualification }) => (qualification === null ? null : qualifications.find(qualification)),
  startsOn: ({ startsOn }) => toLocalDate(startsOn),
  plannedMinutes,
  rate: ({ rateMinor, rateCurrency }) => toMoney(rateMinor, rateCurrency),
  status: ({ status }) => toShiftStatus(status),
  giveBackUntil,
  claimWarnings: (shift, _args, ctx) => claimWarnings(ctx, shift),
  flags: ({ id }, args, ctx, info) => listFlags(ctx, args, connectionSelection(info), { kind: 'SHIFT', id }),
  history: ({ id }, args, ctx, info) => recordHistory(ctx, 'shift', id, args, connectionSelection(info)),
};
