'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { answerFlagMutation } from './answerFlag.mutation.ts';

const input = z.object({ id: z.string(), answer: z.string() });

/** Answers a flag; whoever raised it sees the answer. */
export async function answerFlag(given: z.infer<typeof input>) {
  return runMutation(answerFlagMutation, 'answerFlag', { input: input.parse(given) });
}
