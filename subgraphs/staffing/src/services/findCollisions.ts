import type { TransactionOf } from '@guildhall/kit/database';
import type { AgentQualification, Facility, PrismaClient, Shift } from '@guildhall/prisma/staffing';
import { qualifications } from '@guildhall/reference/codes';
import { asDate, localDay } from '../localDay.ts';
import type { Collision, DraftShift, DraftWeek, PlannedShift, RotaPlan } from '../rotaPlan.ts';
import { period } from './period.ts';
import { planWarnings } from './planWarnings.ts';
import { isSameAgentAtOnce, type ShiftOfAgent, startsAround } from './shiftsOfAgents.ts';

/**
 * Finds what stands in the way of a draft, and which limits the rest of it would go beyond.
 *
 * @param db The client, or that of the transaction which is to create the shifts.
 * @param ofAgents What the agents have, here and elsewhere.
 * @param now What starts then or before lies in the past.
 */
export async function findCollisions(
  db: TransactionOf<PrismaClient>,
  { facility, week, shifts }: DraftWeek,
  ofAgents: readonly ShiftOfAgent[],
  now: Date,
): Promise<RotaPlan> {
  const here = await liveShifts(db, facility, shifts);
  const held = await heldQualifications(db, shifts);
  const possible = shifts.filter((shift) => clockChange(shift, facility).length === 0);
  const there = pairAlike(possible, here);
  const elsewhere = ofAgents.filter(({ facilityId }) => facilityId !== facility.id);

  const collisionsOf = (shift: DraftShift): Collision[] => {
    if (!possible.includes(shift)) return clockChange(shift, facility);
    const earlier = possible.slice(0, possible.indexOf(shift));
    return [
      ...inThePast(shift, facility, now),
      ...alreadyThere(there.get(shift), facility),
      ...notQualified(shift, facility, held),
      ...busy(shift, facility, { here, elsewhere, earlier }),
    ];
  };
  const collisions = new Map(shifts.map((shift) => [shift, collisionsOf(shift)]));
  const free = shifts.filter((shift) => collisions.get(shift)!.length === 0);
  const warnings = planWarnings(facility, free, ofAgents);
  const planned: PlannedShift[] = shifts.map((shift) => ({
    ...shift,
    collisions: collisions.get(shift)!,
    warnings: warnings.get(shift) ?? [],
  }));
  return { facility, week, shifts: planned, collisionCount: shifts.length - free.length };
}

async function liveShifts(
  db: TransactionOf<PrismaClient>,
  facility: Facility,
  shifts: readonly DraftShift[],
): Promise<Shift[]> {
  if (shifts.length === 0) return [];
  return db.shift.findMany({
    where: { facilityId: facility.id, status: { not: 'cancelled' }, startsAt: startsAround(shifts) },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
}

async function heldQualifications(
  db: TransactionOf<PrismaClient>,
  shifts: readonly DraftShift[],
): Promise<AgentQualification[]> {
  const agentIds = shifts.flatMap(({ agentId, qualification }) => (qualification && agentId) ?? []);
  if (agentIds.length === 0) return [];
  return db.agentQualification.findMany({ where: { agentId: { in: [...new Set(agentIds)] } } });
}

/**
 * Pairs each shift of the draft with one that is there already and says the same, and each of those once: of two alike
 * in the draft, one remains when one is there. Those of the same agent are paired first.
 */
function pairAlike(shifts: readonly DraftShift[], here: readonly Shift[]): Map<DraftShift, Shift> {
  const unpaired = new Set(here);
  const pairs = new Map<DraftShift, Shift>();
  for (const agentCounts of [true, false]) {
    for (const shift of shifts) {
      if (pairs.has(shift)) continue;
      const alike = [...unpaired].find(
        (other) =>
          other.startsAt.getTime() === shift.startsAt.getTime() &&
          other.endsAt.getTime() === shift.endsAt.getTime() &&
          other.kind === shift.kind &&
          other.qualification === shift.qualification &&
          (!agentCounts || other.agentId === shift.agentId),
      );
      if (!alike) continue;
      pairs.set(shift, alike);
      unpaired.delete(alike);
    }
  }
  return pairs;
}

function clockChange({ startsAt, endsAt, breakMinutes, wall }: DraftShift, facility: Facility): Collision[] {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  if (minutes > breakMinutes && minutes <= 1440) return [];
  const text = (time: DraftShift['wall']['start']) =>
    time.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  let what = 'would be no longer than its break';
  if (minutes > 1440) what = 'would last longer than 24 hours';
  if (minutes <= 0) what = 'would end before it has started';
  const message = `Because the clocks change, the shift at ${facility.name} from ${text(wall.start)} to ${text(wall.end)} (${facility.timeZone}) ${what}.`;
  return [{ kind: 'CLOCK_CHANGE', message, otherShiftId: null }];
}

function inThePast(shift: DraftShift, facility: Facility, now: Date): Collision[] {
  if (shift.startsAt > now) return [];
  const message = `The shift ${at(facility, shift)} would have started already.`;
  return [{ kind: 'IN_THE_PAST', message, otherShiftId: null }];
}

function alreadyThere(other: Shift | undefined, facility: Facility): Collision[] {
  if (!other) return [];
  const message = `The same shift is there already ${at(facility, other)}.`;
  return [{ kind: 'ALREADY_THERE', message, otherShiftId: other.id }];
}

function notQualified(
  shift: DraftShift,
  facility: Facility,
  held: readonly AgentQualification[],
): Collision[] {
  const { agentId, qualification: needed } = shift;
  if (agentId === null || needed === null) return [];
  const lastDay = asDate(localDay(shift.endsAt, facility.timeZone));
  const isHeld = held.some(
    (has) =>
      has.agentId === agentId &&
      qualifications.covers(has.code, needed) &&
      (has.expiresOn === null || has.expiresOn >= lastDay),
  );
  if (isHeld) return [];
  const message = `The shift ${at(facility, shift)} takes the qualification ${qualifications.find(needed).displayName}, which its agent does not hold until it ends.`;
  return [{ kind: 'AGENT_NOT_QUALIFIED', message, otherShiftId: null }];
}

function busy(
  shift: DraftShift,
  facility: Facility,
  others: {
    here: readonly Shift[];
    elsewhere: readonly ShiftOfAgent[];
    earlier: readonly DraftShift[];
  },
): Collision[] {
  const collision = (message: string, otherShiftId: string | null): Collision => ({
    kind: 'AGENT_BUSY',
    message,
    otherShiftId,
  });
  const inTheWay = (other: DraftShift | Shift | ShiftOfAgent) => isSameAgentAtOnce(shift, other);
  return [
    ...others.here
      .filter(inTheWay)
      .map((other) => collision(`The agent has another shift ${at(facility, other)}.`, other.id)),
    ...others.elsewhere
      .filter(inTheWay)
      .map((other) =>
        other.place
          ? collision(`The agent has another shift ${at(other.place, other)}.`, other.id)
          : collision(`The agent has another shift, ${period(other, facility.timeZone)}.`, null),
      ),
    ...others.earlier
      .filter(inTheWay)
      .map((other) => collision(`The agent has another shift of this plan ${at(facility, other)}.`, null)),
  ];
}

function at(place: { name: string; timeZone: string }, shift: { startsAt: Date; endsAt: Date }): string {
  return `at ${place.name}, ${period(shift, place.timeZone)}`;
}
