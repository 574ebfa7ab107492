import { z } from 'zod';
import type { ShiftDraft } from './shiftDraft.ts';

const day = z.iso.date().or(z.literal(''));
const time = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .or(z.literal(''));

/** The form of a draft as browsers send it. */
export const shiftDraftSchema: z.ZodType<ShiftDraft> = z.object({
  day,
  from: time,
  to: time,
  fromIsSecond: z.boolean(),
  toIsSecond: z.boolean(),
  qualification: z.string().max(200),
  breakMinutes: z.string().max(10),
  note: z.string().max(4_000),
});
