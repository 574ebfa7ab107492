'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { currentSession } from '../../session/currentSession.ts';
import { changedFields, facilityFieldNames, facilityValues, type FacilityValues } from './facilityValues.ts';
import { ownFacilities } from './ownFacilities.query.ts';
import { updateFacility } from './updateFacility.mutation.ts';

const values = z.object({
  name: z.string(),
  timeZone: z.string(),
  address: z.string(),
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
});

const input = z.object({ id: z.string(), before: values, after: values });

/** What a form sends: the values it was loaded with, and those it has now. */
export type SaveFacilityInput = z.infer<typeof input>;

/**
 * Changes what the person has changed of a facility, and nothing else. When others have changed one of the same values
 * since the form was loaded, nothing is done and the answer says theirs.
 */
export async function saveFacility(
  given: SaveFacilityInput,
): Promise<ActionResult<{ values: FacilityValues }>> {
  const { id, before, after } = input.parse(given);
  const changed = changedFields(before, after);

  const { area } = await currentSession();
  const answer = await askGraph(ownFacilities, { organisationId: area.organisationId ?? '' });
  const present = partOf(answer, ({ facilities }) => facilities);
  if (present.kind !== 'data') return { kind: 'trouble', trouble: present };
  const facility = present.data.nodes.find((each) => each.id === id);
  const now = facility && facilityValues(facility);
  const theirs = now ? changed.filter((name) => now[name] !== before[name] && now[name] !== after[name]) : [];
  if (now && theirs.length > 0) {
    return { kind: 'conflict', theirs: Object.fromEntries(theirs.map((name) => [name, now[name]])) };
  }

  const result = await runMutation(updateFacility, 'updateFacility', {
    input: { id, ...inputOf(changed, after) },
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { values: facilityValues(result.payload.facility) } };
}

/** Name and zone cannot be emptied; of the others, empty means none. */
function inputOf(changed: readonly (keyof FacilityValues)[], after: FacilityValues) {
  return Object.fromEntries(
    facilityFieldNames
      .filter((name) => changed.includes(name))
      .map((name) => [
        name,
        after[name] === '' && name !== 'name' && name !== 'timeZone' ? null : after[name],
      ]),
  );
}
