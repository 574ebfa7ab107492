import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import {
  type AlreadyExists,
  alreadyExists,
  type InvalidInput,
  invalidInput,
  type NotFound,
  notFound,
} from '@guildhall/kit/refusals';
import type { Membership } from '@guildhall/prisma/people';
import type { Context } from '../context.ts';
import type { CreateMembershipInput } from '../types.generated.ts';

export type CreateMembershipResult =
  { __typename: 'CreateMembershipPayload'; membership: Membership } | NotFound | InvalidInput | AlreadyExists;

/** Makes a person a member of an organisation in a role. */
export async function createMembership(
  ctx: Context,
  { personId, organisationId, role }: CreateMembershipInput,
): Promise<CreateMembershipResult> {
  if (!isId(personId)) return notFound('person', personId);
  if (!isId(organisationId)) return notFound('organisation', organisationId);
  return refuse(
    async () => ({
      __typename: 'CreateMembershipPayload' as const,
      membership: await ctx.db.membership.create({ data: { personId, organisationId, role } }),
    }),
    {
      membership_role_form: () =>
        invalidInput('role', 'A role is written in small letters, like facility or agent.'),
      membership_person_id_fkey: () => notFound('person', personId),
      membership_organisation_id_fkey: () => notFound('organisation', organisationId),
      membership_person_id_organisation_id_role_key: () =>
        alreadyExists('This person is a member of this organisation in this role already.'),
    },
  );
}
