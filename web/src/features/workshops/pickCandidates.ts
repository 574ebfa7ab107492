'use server';

import { z } from 'zod';
import type { Choice } from '../../design/records/recordFields.ts';
import { askGraph } from '../../graph/askGraph.ts';
import type { Outcome } from '../../graph/outcome.ts';
import { partOf } from '../../graph/partOf.ts';
import { candidates } from './candidates.query.ts';

const input = z.tuple([z.uuid(), z.string().trim().max(200)]);

/** A few of those who could organize a workshop and have a text in their names; whoever was asked last without one. */
export async function pickCandidates(workshopId: string, text: string): Promise<Outcome<Choice[]>> {
  const [id, name] = input.parse([workshopId, text]);
  const outcome = partOf(
    await askGraph(candidates, { id, name }),
    ({ workshop }) => workshop?.organizerCandidates.nodes,
  );
  if (outcome.kind !== 'data') return outcome;
  return { ...outcome, data: outcome.data.map(({ id: personId, name: label }) => ({ id: personId, label })) };
}
