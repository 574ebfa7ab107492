import { connectionSelection } from '@guildhall/kit/selection';
import { loadFacility, loadOwnPreference, loadRotaTemplatesOf } from '../loaders.ts';
import { listShifts } from '../services/listShifts.ts';
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
};
