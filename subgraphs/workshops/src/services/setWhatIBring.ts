import { invalidInput, notPossibleNow } from '@guildhall/kit/refusals';
import { requirementKinds } from '@guildhall/reference/codes';
import type { Context } from '../context.ts';
import { forgetBroughtBy, loadBroughtBy } from '../loaders.ts';

const most = 200;

/** Says what the viewer brings to workshops, all of it at once. */
export async function setWhatIBring(ctx: Context, kinds: readonly string[]) {
  const { personId } = ctx.viewer;
  if (personId === null) return notPossibleNow('Only a person brings something.');
  if (kinds.length > most) return invalidInput('kinds', `Name ${most} kinds at most.`);
  // What was said before stays sayable when it is gone from the reference data.
  const before = new Set(await loadBroughtBy(ctx, personId));
  const added = kinds.filter((kind) => !before.has(kind)).map(requirementKinds.find);
  const wrong = added.find(({ isKnown, isHeading }) => !isKnown || isHeading);
  if (wrong) {
    return invalidInput(
      'kinds',
      wrong.isHeading
        ? `${wrong.displayName} is a heading. Choose what you bring among the kinds under it.`
        : `${wrong.code} is no kind in use. Choose from the list of kinds of requirements.`,
    );
  }
  await ctx.db.$transaction(async (tx) => {
    await tx.broughtItem.deleteMany({ where: { personId, kind: { notIn: [...kinds] } } });
    await tx.broughtItem.createMany({
      data: kinds.map((kind) => ({ personId, kind })),
      skipDuplicates: true,
    });
  });
  forgetBroughtBy(ctx, personId);
  return { __typename: 'SetWhatIBringPayload' as const, person: { id: personId } };
}
