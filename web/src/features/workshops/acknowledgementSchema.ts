import { z } from 'zod';
import type { Acknowledgement } from './acknowledgement.ts';

/** An acknowledgement as browsers send it. */
export const acknowledgementSchema: z.ZodType<Acknowledgement> = z.object({
  id: z.uuid(),
  requirementsVersion: z.int(),
});
