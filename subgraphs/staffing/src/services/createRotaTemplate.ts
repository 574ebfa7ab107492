import { isId } from '@guildhall/kit/id';
import { notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import type { CreateRotaTemplateInput } from '../types.generated.ts';
import { checkRotaSlots } from './checkRotaSlots.ts';
import { addRotaTemplate, type AddRotaTemplateResult } from './addRotaTemplate.ts';
import { toRotaSlot } from './rotaSlot.ts';

/** Adds a rota template with the slots that are given. */
export async function createRotaTemplate(
  ctx: Context,
  { facilityId, name, slots }: CreateRotaTemplateInput,
): Promise<AddRotaTemplateResult> {
  if (!isId(facilityId)) return notFound('facility', facilityId);
  return checkRotaSlots(slots) ?? addRotaTemplate(ctx, { facilityId, name }, slots.map(toRotaSlot));
}
