import { invalidInput, notPossibleNow } from '@guildhall/kit/refusals';
import { requirementKinds } from '@guildhall/reference/codes';
import type { Context } from '../context.ts';

const most = 200;

/** Says what the viewer brings to workshops, all of it at once. */
export async function setWhatIBring(ctx: Context, kinds: readonly string[]) {
  const { personId } = ctx.viewer;
  if (personId === null) return notPossibleNow('Only a person brings something.');
  if (kinds.length > most) return invalidInput('kinds', `Name ${most} kinds at most.`);
  const unknown = kinds.find((kind) => !requirementKinds.has(kind));
  if (unknown !== undefined) {
    return invalidInput(
      'kinds',
      `${unknown} is no kind in use. Choose from the list of kinds of requirements.`,
    );
  }
  await ctx.db.$transaction(async (tx) => {
    await tx.broughtItem.deleteMany({ where: { personId, kind: { notIn: [...kinds] } } });
    await tx.broughtItem.createMany({
      data: kinds.map((kind) => ({ personId, kind })),
      skipDuplicates: true,
    });
  });
  return { __typename: 'SetWhatIBringPayload' as const, person: { id: personId } };
}
