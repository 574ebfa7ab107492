import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type AlreadyExists, type InvalidInput, type NotFound, notFound } from '@guildhall/kit/refusals';
import type { RotaTemplate } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import { forgetRotaSlots } from '../loaders.ts';
import type { UpdateRotaTemplateInput } from '../types.generated.ts';
import { checkRotaSlots } from './checkRotaSlots.ts';
import { toRotaSlot } from './rotaSlot.ts';
import { rotaTemplateRefusals } from './rotaTemplateRefusals.ts';

export type UpdateRotaTemplateResult =
  | { __typename: 'UpdateRotaTemplatePayload'; rotaTemplate: RotaTemplate }
  | NotFound
  | InvalidInput
  | AlreadyExists;

/** Changes a rota template; what is left out, or null, stays. Slots that are given replace all that it has. */
export async function updateRotaTemplate(
  ctx: Context,
  { id, name, slots: given }: UpdateRotaTemplateInput,
): Promise<UpdateRotaTemplateResult> {
  if (!isId(id)) return notFound('rota template', id);
  const invalid = checkRotaSlots(given ?? []);
  if (invalid) return invalid;
  const slots = given?.map(toRotaSlot);
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        // First, since it locks: of two who replace the slots at once, the later one's remain, and not both.
        // With nothing to change Prisma would only read.
        const [rotaTemplate] = await tx.rotaTemplate.updateManyAndReturn({
          where: { id },
          data: { name: name ?? undefined, updatedAt: new Date() },
        });
        if (!rotaTemplate) return notFound('rota template', id);
        if (slots) {
          await tx.rotaSlot.deleteMany({ where: { templateId: rotaTemplate.id } });
          await tx.rotaSlot.createMany({
            data: slots.map((slot) => ({ ...slot, templateId: rotaTemplate.id })),
          });
          forgetRotaSlots(ctx, rotaTemplate.id);
        }
        return { __typename: 'UpdateRotaTemplatePayload' as const, rotaTemplate };
      }),
    rotaTemplateRefusals(ctx, slots ?? []),
  );
}
