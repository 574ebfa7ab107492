'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { ownThings } from './ownThings.query.ts';
import { setWhatIBring } from './setWhatIBring.mutation.ts';

const input = z.object({ code: z.string().min(1), isBrought: z.boolean() });

/** Adds one thing to what whoever is signed in brings, or takes it off; the rest stays as it is now. */
export async function bring(given: z.infer<typeof input>): Promise<ActionResult<object>> {
  const { code, isBrought } = input.parse(given);
  const present = partOf(await askGraph(ownThings, {}), ({ me }) => me?.brings);
  if (present.kind !== 'data') return { kind: 'trouble', trouble: present };
  const others = present.data.map((each) => each.code).filter((each) => each !== code);
  return runMutation(setWhatIBring, 'setWhatIBring', {
    input: { kinds: isBrought ? [...others, code] : others },
  });
}
