'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { moneyOf } from './moneyOf.ts';
import { setAgentRateMutation } from './setAgentRate.mutation.ts';

const input = z.object({ id: z.string(), amount: z.string(), currency: z.string() });

/** Sets what an agent is paid per hour. */
export async function setAgentRate(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const { id, amount, currency } = input.parse(given);
  const rate = moneyOf(amount, currency);
  if (rate === undefined) {
    return {
      kind: 'refusal',
      refusal: {
        __typename: 'InvalidInput',
        field: 'amount',
        message: 'This is no amount: write it like 12.50, or leave it empty for none.',
      },
    };
  }
  const result = await runMutation(setAgentRateMutation, 'setAgentRate', { input: { id, rate } });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.agent.id } };
}
