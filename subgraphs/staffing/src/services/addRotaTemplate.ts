import { refuse } from '@guildhall/kit/databaseError';
import { type AlreadyExists, type InvalidInput, type NotFound, notFound } from '@guildhall/kit/refusals';
import type { RotaTemplate } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import type { NewRotaSlot } from './rotaSlot.ts';
import { rotaTemplateRefusals } from './rotaTemplateRefusals.ts';

export type AddRotaTemplateResult = { rotaTemplate: RotaTemplate } | NotFound | InvalidInput | AlreadyExists;

/** Writes a new rota template and its slots. */
export async function addRotaTemplate(
  ctx: Context,
  template: { facilityId: string; name: string },
  slots: readonly NewRotaSlot[],
): Promise<AddRotaTemplateResult> {
  const noFacility = () => notFound('facility', template.facilityId);
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        const rotaTemplate = await tx.rotaTemplate.create({ data: template });
        await tx.rotaSlot.createMany({
          data: slots.map((slot) => ({ ...slot, templateId: rotaTemplate.id })),
        });
        return { rotaTemplate };
      }),
    {
      ...rotaTemplateRefusals(ctx, slots),
      rota_template_facility_id_fkey: noFacility,
      42501: noFacility,
    },
  );
}
