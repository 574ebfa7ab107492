import { qualifications } from '@guildhall/reference/codes';
import { loadAgent } from '../loaders.ts';
import { toShiftKind } from '../shiftStatus.ts';
import type { RotaSlotResolvers } from '../types.generated.ts';
import { toClock, toWeekday } from '../wallTime.ts';

export const RotaSlot: RotaSlotResolvers = {
  weekday: ({ weekday }) => toWeekday(weekday),
  startsAt: ({ startMinute }) => toClock(startMinute),
  kind: ({ kind }) => toShiftKind(kind),
  qualification: ({ qualification }) => (qualification === null ? null : qualifications.find(qualification)),
  agent: ({ agentId }, _args, ctx) => (agentId ? loadAgent(ctx, agentId) : null),
};
