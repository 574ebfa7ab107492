'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { createMembershipMutation } from './createMembership.mutation.ts';

const input = z.object({ personId: z.string(), organisationId: z.string(), role: z.string() });

/** Makes a person a member of an organisation. */
export async function createMembership(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const result = await runMutation(createMembershipMutation, 'createMembership', {
    input: input.parse(given),
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.membership.id } };
}
