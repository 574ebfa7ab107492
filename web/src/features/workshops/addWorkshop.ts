'use server';

import { z } from 'zod';
import { readerLocale } from '../../design/readerLocale.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { createWorkshopMutation } from './createWorkshop.mutation.ts';
import { refusalAtField } from './refusalAtField.ts';
import { workshopFields } from './workshopValues.ts';
import { workshopInput } from './workshopInput.ts';

const input = z.record(z.string(), z.string());

/** Adds a workshop as a draft, and asks somebody to organize it. */
export async function addWorkshop(
  given: Readonly<Record<string, string>>,
): Promise<ActionResult<{ id: string }>> {
  const { organizer, ...values } = input.parse(given);
  const names = workshopFields.map(({ name }) => name);
  const found = workshopInput(values, names, await readerLocale());
  if ('message' in found) return { kind: 'refusal', refusal: found };
  const { title = '', timeZone = '', startsAt = '', endsAt = '', capacity = 0, ...others } = found;
  const result = await runMutation(createWorkshopMutation, 'createWorkshop', {
    input: {
      ...others,
      title,
      timeZone,
      startsAt,
      endsAt,
      capacity,
      organizerPersonIds: organizer ? [organizer] : [],
    },
  });
  if (result.kind === 'refusal') return { kind: 'refusal', refusal: refusalAtField(result.refusal) };
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.workshop.id } };
}
