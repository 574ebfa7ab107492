import type { InvalidInput } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { changeRequirement } from './changeRequirement.ts';

/** Ends a requirement; it stays readable to those who acknowledged it. */
export async function deleteWorkshopRequirement(ctx: Context, id: string) {
  const changed = await changeRequirement(ctx, id, async () => null);
  return 'workshop' in changed
    ? { __typename: 'DeleteWorkshopRequirementPayload' as const, id, workshop: changed.workshop }
    : (changed as Exclude<typeof changed, InvalidInput>);
}
