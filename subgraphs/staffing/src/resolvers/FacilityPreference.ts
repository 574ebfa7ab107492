import { loadFacility, loadFacilityPreference } from '../loaders.ts';
import type { FacilityPreferenceResolvers, Preference } from '../types.generated.ts';

export const FacilityPreference: FacilityPreferenceResolvers = {
  __resolveReference: ({ id }, ctx) => loadFacilityPreference(ctx, id),
  facility: async ({ facilityId }, _args, ctx) => {
    const facility = await loadFacility(ctx, facilityId);
    if (!facility) throw new Error(`The facility of a visible preference is not visible: ${facilityId}`);
    return facility;
  },
  preference: ({ preference }) => preference.toUpperCase() as Preference,
};
