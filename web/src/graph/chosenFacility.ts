import 'server-only';
import { cache } from 'react';
import { currentSession } from '../session/currentSession.ts';
import { askGraph } from './askGraph.ts';
import { facilityNames } from './facilityNames.query.ts';
import type { Outcome } from './outcome.ts';
import { partOf } from './partOf.ts';

/** A facility as pages choose it. */
export interface FacilityName {
  readonly id: string;
  readonly name: string;
  /** Its IANA zone. */
  readonly timeZone: string;
}

/** The facility that a page for facilities is about, among those of its organisation. */
export interface ChosenFacility {
  /** Null while the organisation runs none. */
  readonly facility: FacilityName | null;
  readonly all: readonly FacilityName[];
}

const ownFacilityNames = cache(async (organisationId: string) => askGraph(facilityNames, { organisationId }));

/** @param wanted an id from the address; the first by name for any other. */
export async function chosenFacility(wanted: string | undefined): Promise<Outcome<ChosenFacility>> {
  const { area } = await currentSession();
  const outcome = partOf(await ownFacilityNames(area.organisationId ?? ''), ({ facilities }) => facilities);
  if (outcome.kind !== 'data') return outcome;
  const all = outcome.data.nodes;
  return { ...outcome, data: { facility: all.find(({ id }) => id === wanted) ?? all[0] ?? null, all } };
}
