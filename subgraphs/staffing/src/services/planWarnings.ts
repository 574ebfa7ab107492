import { asDate, localDay } from '../localDay.ts';
import type { DraftShift, DraftWeek } from '../rotaPlan.ts';
import type { AssignmentWarning } from '../types.generated.ts';
import { limitFindings, type OtherShift } from './assignmentFindings.ts';
import { limitInWords, warningKind } from './assignmentRefusals.ts';
import { period } from './period.ts';
import type { ShiftOfAgent } from './shiftsOfAgents.ts';

/** A shift that an agent has, or would have by the plan, and where it is as far as the reader may know. */
type Other = OtherShift & Pick<ShiftOfAgent, 'agentId' | 'place'>;

/**
 * The limits of rest and hours that the shifts of a plan would go beyond, as if they were created one after the
 * other: each beside what its agent has, and beside those of the plan that come before it.
 *
 * @param shifts Those that can be created, by start.
 * @param existing What their agents have.
 */
export function planWarnings(
  facility: DraftWeek['facility'],
  shifts: readonly DraftShift[],
  existing: readonly ShiftOfAgent[],
): Map<DraftShift, AssignmentWarning[]> {
  const { timeZone } = facility;
  const others: Other[] = [...existing];
  const warnings = new Map<DraftShift, AssignmentWarning[]>();
  for (const shift of shifts) {
    if (shift.agentId === null) continue;
    const own = others
      .filter(({ agentId }) => agentId === shift.agentId)
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    const findings = limitFindings(shift, timeZone, own);
    warnings.set(
      shift,
      findings.map((finding) => {
        const where = finding.kind === 'tooLittleRest' ? whereIs(finding.other, timeZone) : undefined;
        const message = limitInWords(finding, false, where);
        return {
          kind: warningKind(finding),
          message: `The shift at ${facility.name}, ${period(shift, timeZone)}: ${message[0]!.toLowerCase()}${message.slice(1)}`,
        };
      }),
    );
    others.push({ ...shift, startsOn: asDate(localDay(shift.startsAt, timeZone)), place: facility });
  }
  return warnings;
}

function whereIs(other: Other, timeZone: string): string {
  const { place } = other;
  return place
    ? `at ${place.name}, ${period(other, place.timeZone)}`
    : `elsewhere, ${period(other, timeZone)}`;
}
