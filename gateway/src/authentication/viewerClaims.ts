import type { Viewer } from '@guildhall/kit/viewer';
import { z } from 'zod';
import type { Personas } from '../personas.ts';

/** What has to be known of whoever presents a credential. */
export interface ViewerClaims {
  personId: unknown;
  organisationId: unknown;
  role: unknown;
  scopes: readonly string[];
}

/** Reads claims into a viewer; it throws an Error saying which claim does not hold. */
export type ReadViewer = (claims: ViewerClaims) => Viewer;

/**
 * Makes the reading of claims into a viewer. A role's persona lists the scopes it may be granted at most:
 * others do not count, so that a grant that is too wide at the identity provider gives nothing here.
 */
export function createViewerReader(personas: Personas): ReadViewer {
  const identity = z.object({
    personId: z.guid('person_id is not a UUID'),
    organisationId: z.guid('org_id is not a UUID'),
    role: z.string('role is missing').refine((role) => personas.has(role), 'role is not one of this graph'),
  });
  return ({ scopes, ...claims }) => {
    const result = identity.safeParse(claims);
    if (!result.success) throw new Error(result.error.issues[0]!.message);
    const allowed = personas.get(result.data.role)!.scopes;
    return { ...result.data, scopes: allowed.filter((scope) => scopes.includes(scope)) };
  };
}
