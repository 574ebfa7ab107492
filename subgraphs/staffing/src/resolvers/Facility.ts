import { connectionSelection } from '@guildhall/kit/selection';
import { loadFacility, loadOwnPreference, loadRotaTemplatesOf } from '../loaders.ts';
import { listShifts } from '../services/listShifts.ts';
import { listFlags } from '../services/listFlags.ts';
import { recordHistory } from '../services/recordHistory.ts';
import type { FacilityResolvers } from '../types.generated.ts';

export const Facility: FacilityResolvers = {
  __resolveReference: ({ id }, ctx) => loadFacility(ctx, id),
  organisation: ({ organisationId }) => ({ id: organisationId }),
  contact: ({ contactName: name, contactEmail: email, contactPhone: phone }) =>
    name === null && email === null && phone === null ? null : { name, email, phone },
  myPreference: ({ id }, _args, ctx) => (ctx.viewer.role === 'agent' ? loadOwnPreference(ctx, id) : null),
  shifts: ({ id }, args, ctx, info) =>
    listShifts(ctx, args, connectionSelection(info), { field: 'facilityId', id }),
  rotaTemplates: ({ id }, _args, ctx) => loadRotaTemplatesOf(ctx, id),
  flags: ({ id }, args, ctx, info) =>
    listFlags(ctx, args, connectionSelection(info), { kind: 'FACILITY', id }),
  history: ({ id }, args, ctx, info) => recordHistory(ctx, 'facility', id, args, connectionSelection(info)),
};
