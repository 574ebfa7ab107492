import type { OrganisationResolvers } from '../types.generated.ts';

export const Organisation: OrganisationResolvers = {};
