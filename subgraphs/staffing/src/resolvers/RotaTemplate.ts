import { loadFacility, loadRotaSlots, loadRotaTemplate } from '../loaders.ts';
import type { RotaTemplateResolvers } from '../types.generated.ts';

export const RotaTemplate: RotaTemplateResolvers = {
  __resolveReference: ({ id }, ctx) => loadRotaTemplate(ctx, id),
  facility: async ({ facilityId }, _args, ctx) => {
    const facility = await loadFacility(ctx, facilityId);
    if (!facility) throw new Error(`The facility of a visible rota template is not visible: ${facilityId}`);
    return facility;
  },
  slots: ({ id }, _args, ctx) => loadRotaSlots(ctx, id),
};
