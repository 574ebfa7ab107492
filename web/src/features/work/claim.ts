'use server';

import { z } from 'zod';
import { addDays, mondayOf } from '../../design/calendar.ts';
import type { ActionResult, Refusal } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { ownAgentId } from '../../graph/ownAgentId.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { currentSession } from '../../session/currentSession.ts';
import { claimShift } from './claimShift.mutation.ts';
import { similarShifts } from './similarShifts.query.ts';

const input = z.object({ id: z.string(), startsOn: z.iso.date() });

/** Takes a shift for the agent who is signed in. A refusal comes with what to do instead. */
export async function claim(given: z.infer<typeof input>): Promise<ActionResult<object>> {
  const { id, startsOn } = input.parse(given);
  const result = await runMutation(claimShift, 'claimShift', { input: { id } });
  if (result.kind !== 'refusal') return result;
  const next = await nextStep(result.refusal, startsOn);
  return { kind: 'refusal', refusal: { ...result.refusal, ...(next && { next }) } };
}

async function nextStep(refusal: Refusal, startsOn: string): Promise<Refusal['next']> {
  const { base } = (await currentSession()).area;
  switch (refusal.__typename) {
    case 'OverlapsOtherShift':
    case 'TooLittleRest': {
      const { otherShift } = refusal as Refusal & { otherShift?: { id: string } | null };
      return otherShift ? { label: 'Open it', href: `${base}/shifts/${otherShift.id}` } : undefined;
    }
    case 'TooManyHours': {
      const monday = mondayOf(startsOn);
      return {
        label: 'See that week',
        href: `${base}/shifts?when=all&from=${monday}&to=${addDays(monday, 6)}`,
      };
    }
    case 'NotQualified':
      return { label: 'Your qualifications', href: `${base}/profile` };
    case 'ShiftAlreadyTaken':
    case 'ShiftHasStarted':
    case 'NotFound':
      return similar(base, startsOn);
    default:
      return { label: 'Your shifts', href: `${base}/shifts` };
  }
}

/** Those of the same days that the agent could have. */
async function similar(base: string, startsOn: string): Promise<Refusal['next']> {
  const all = { label: 'See all open shifts', href: `${base}/open` };
  const agent = await ownAgentId();
  if (agent.kind !== 'data') return all;
  const [from, to] = [addDays(startsOn, -2), addDays(startsOn, 2)];
  const found = await askGraph(similarShifts, {
    filter: { claimableBy: agent.data, withoutAvoided: true, from, to },
  });
  const count = found.kind === 'data' ? (found.data.shifts?.totalCount ?? 0) : 0;
  return count === 0 ? all : { label: `See ${count} similar`, href: `${base}/open?from=${from}&to=${to}` };
}
