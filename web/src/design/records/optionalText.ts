import { z } from 'zod';

/** A text of a form; none when it is empty. */
export const optionalText = z
  .string()
  .transform((text) => (text.trim() === '' ? null : text.trim()))
  .optional();
