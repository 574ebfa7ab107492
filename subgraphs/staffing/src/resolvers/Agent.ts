import { connectionSelection } from '@guildhall/kit/selection';
import {
  loadAgent,
  loadAgentPrivate,
  loadCalendarFeed,
  loadPreferencesOfAgent,
  loadQualificationsOfAgent,
} from '../loaders.ts';
import { toMoney } from '../money.ts';
import { byDisplayName } from '../services/byDisplayName.ts';
import { listShifts } from '../services/listShifts.ts';
import type { AgentResolvers } from '../types.generated.ts';

export const Agent: AgentResolvers = {
  __resolveReference: ({ id }, ctx) => loadAgent(ctx, id),
  person: ({ personId }) => ({ id: personId }),
  phone: async ({ id }, _args, ctx) => (await loadAgentPrivate(ctx, id))?.phone ?? null,
  hourlyRate: async ({ id }, _args, ctx) => {
    const row = await loadAgentPrivate(ctx, id);
    return row && toMoney(row.hourlyRateMinor, row.hourlyRateCurrency);
  },
  qualifications: async ({ id }, _args, ctx) => byDisplayName(await loadQualificationsOfAgent(ctx, id)),
  preferences: ({ id }, _args, ctx) => loadPreferencesOfAgent(ctx, id),
  calendarFeed: ({ id }, _args, ctx) => loadCalendarFeed(ctx, id),
  shifts: ({ id }, args, ctx, info) =>
    listShifts(ctx, args, connectionSelection(info), { field: 'agentId', id }),
};
