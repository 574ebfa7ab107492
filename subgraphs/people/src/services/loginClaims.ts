import type { Context } from '../context.ts';
import type { LoginClaims } from '../types.generated.ts';

/** What an access token for a sign-in may say: one entry for each membership of the person, the oldest first. */
export async function loginClaims(ctx: Context, subject: string): Promise<LoginClaims[]> {
  const memberships = await ctx.db.membership.findMany({
    where: { person: { logins: { some: { subject } } } },
    include: { person: true, organisation: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return memberships.map(({ id, role, person, organisation }) => ({
    membershipId: id,
    personId: person.id,
    personName: person.name,
    organisationId: organisation.id,
    organisationName: organisation.name,
    role,
  }));
}
