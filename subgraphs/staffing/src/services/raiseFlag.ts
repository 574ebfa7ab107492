import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { invalidInput, notFound, notPermitted } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { fromFlagSubject } from '../flag.ts';
import { loadAgent, loadFacility, loadShift } from '../loaders.ts';
import type { RaiseFlagInput } from '../types.generated.ts';
import { flagRefusals } from './flagRefusals.ts';

/** Only what somebody can see can they flag. Persons live in another domain, so any id of one is taken. */
const find = {
  SHIFT: loadShift,
  FACILITY: loadFacility,
  AGENT: loadAgent,
  PERSON: async (_ctx: Context, id: string) => ({ id }),
} as const;

/** Asks support staff to look at a record. */
export async function raiseFlag(ctx: Context, { subjectKind, subjectId, message }: RaiseFlagInput) {
  const { personId, organisationId, role } = ctx.viewer;
  if (personId === null || organisationId === null) {
    return notPermitted('A flag is raised by a person for an organisation. Sign in as one.');
  }
  if (message.trim() === '') return invalidInput('message', 'Say what support staff should look at.');
  if (!isId(subjectId) || !(await find[subjectKind](ctx, subjectId))) {
    return notFound(fromFlagSubject(subjectKind), subjectId);
  }
  return refuse(
    async () => ({
      __typename: 'RaiseFlagPayload' as const,
      flag: await ctx.db.flag.create({
        data: {
          subjectKind: fromFlagSubject(subjectKind),
          subjectId,
          message,
          raisedByPersonId: personId,
          raisedByOrganisationId: organisationId,
          raisedByRole: role,
        },
      }),
    }),
    flagRefusals,
  );
}
