import type { OrganisationKind } from './types.generated.ts';

/** The kind as the database writes it, as a value of the GraphQL enum. */
export function toOrganisationKind(stored: string): OrganisationKind {
  return stored.toUpperCase() as OrganisationKind;
}

/** A value of the GraphQL enum as the database writes it. */
export function fromOrganisationKind(kind: OrganisationKind): string {
  return kind.toLowerCase();
}
