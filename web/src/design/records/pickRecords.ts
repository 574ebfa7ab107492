'use server';

import { z } from 'zod';
import type { Outcome } from '../../graph/outcome.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { pickRecordsQuery } from './pickRecords.query.ts';
import type { Choice } from './recordFields.ts';

const input = z.object({
  of: z.enum(['people', 'organisations', 'facilities', 'agents']),
  text: z.string().trim().min(1).max(200),
});

/** Records of one kind whose name has the text; agents by the names of people. */
export async function pickRecords(given: z.input<typeof input>): Promise<Outcome<Choice[]>> {
  const { of, text } = input.parse(given);
  const outcome = await askGraph(pickRecordsQuery, {
    text,
    people: of === 'people' || of === 'agents',
    organisations: of === 'organisations',
    facilities: of === 'facilities',
  });
  if (outcome.kind !== 'data') return outcome;
  const { people, organisations, facilities } = outcome.data;
  const labelled = (...words: (string | null | undefined)[]) => words.filter(Boolean).join(' · ');
  const choices: Choice[] =
    of === 'organisations'
      ? (organisations?.nodes ?? []).map(({ id, name, kind }) => ({
          id,
          label: labelled(name, kind.toLowerCase()),
        }))
      : of === 'facilities'
        ? (facilities?.nodes ?? []).map(({ id, name, address }) => ({ id, label: labelled(name, address) }))
        : (people?.nodes ?? []).flatMap(({ id, name, contact, agent }) => {
            if (of === 'people') return [{ id, label: labelled(name, contact?.email) }];
            return agent ? [{ id: agent.id, label: labelled(name, agent.homeArea) }] : [];
          });
  return { kind: 'data', data: choices, down: outcome.down };
}
