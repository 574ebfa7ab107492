'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { facilityPhone } from './facilityPhone.query.ts';
import { giveBackShift } from './giveBackShift.mutation.ts';

const input = z.object({ id: z.string() });

/** Gives a shift back. When it is too late, the facility can be called. */
export async function giveBack(given: z.infer<typeof input>): Promise<ActionResult<object>> {
  const { id } = input.parse(given);
  const result = await runMutation(giveBackShift, 'giveBackShift', { input: { id } });
  if (result.kind !== 'refusal') return result;
  const found = await askGraph(facilityPhone, { id });
  const phone = found.kind === 'data' ? found.data.shift?.facility.contact?.phone : null;
  if (!phone) return result;
  const next = { label: 'Call the facility', href: `tel:${phone.replaceAll(' ', '')}` };
  return { kind: 'refusal', refusal: { ...result.refusal, next } };
}
