'use server';

import type { ActionResult, Refusal } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { acknowledgementSchema } from './acknowledgementSchema.ts';
import { signUpForWorkshop } from './signUpForWorkshop.mutation.ts';

/** Signs up whoever is signed in. A refusal comes with what to do instead. */
export async function signUp(given: Acknowledgement): Promise<ActionResult<object>> {
  const input = acknowledgementSchema.parse(given);
  const result = await runMutation(signUpForWorkshop, 'signUpForWorkshop', { input });
  if (result.kind !== 'refusal') return result;
  const next = nextStep(result.refusal);
  return next ? { kind: 'refusal', refusal: { ...result.refusal, next } } : result;
}

function nextStep(refusal: Refusal): Refusal['next'] {
  switch (refusal.__typename) {
    case 'OverlapsOtherWorkshop': {
      const { otherParticipation } = refusal as Refusal & {
        otherParticipation?: { workshop: { id: string } } | null;
      };
      return otherParticipation
        ? { label: 'Open the other', href: `/w/${otherParticipation.workshop.id}` }
        : undefined;
    }
    case 'AlreadyExists':
      return { label: 'Your workshops', href: '/w/mine' };
    case 'NotFound':
    case 'NotPossibleNow':
      return { label: 'See other workshops', href: '/w' };
    default:
      return undefined;
  }
}
