import type { Prisma } from '@guildhall/prisma/staffing';
import { madeAt, picksFor, randomNumbers } from './generator.ts';
import { counties, houses, kindsOfHouse, placesAbroad } from './names.ts';
import { buildOrganisation, buildPerson, type PeopleScenario } from './people.ts';
import { seedId } from './seedId.ts';
import { size } from './size.ts';
import { zonedInstant } from './zonedInstant.ts';

type Facility = Prisma.FacilityCreateManyInput & { id: string };
type Agent = Prisma.AgentCreateManyInput & { id: string };
type Shift = Prisma.ShiftCreateManyInput & { id: string; startsAt: Date; endsAt: Date };

/** The rows of the domain `staffing`. */
export interface StaffingScenario {
  facilities: Facility[];
  agents: Agent[];
  shifts: Shift[];
}

const day = 24 * 60 * 60_000;
const restBetweenShifts = 10 * 60 * 60_000;

/** The wall-clock times of the shifts of a day, in minutes after midnight. */
const patterns = {
  careHome: [
    [7 * 60, 15 * 60],
    [14 * 60 + 30, 22 * 60],
    [21 * 60 + 30, 31 * 60 + 30],
  ],
  hospital: [
    [7 * 60 + 30, 20 * 60],
    [13 * 60, 21 * 60],
    [19 * 60 + 30, 32 * 60],
  ],
} as const;

let built = 0;

/** A facility; a new one at each call, the same ones in each process. */
export function buildFacility(overrides: Partial<Facility> = {}): Facility {
  const n = built++;
  return {
    id: seedId('built facility', n),
    organisationId: overrides.organisationId ?? buildOrganisation().id,
    ...describeFacility(n),
    ...madeAt(n),
    ...overrides,
  };
}

/** An agent; a new one at each call, the same ones in each process. */
export function buildAgent(overrides: Partial<Agent> = {}): Agent {
  const n = built++;
  const personId = overrides.personId ?? buildPerson().id;
  return { id: seedId('built agent', n), personId, ...madeAt(n), ...overrides };
}

/** An open day shift of eight hours; a new one at each call, each on a day of its own. */
export function buildShift(facility: Facility, overrides: Partial<Shift> = {}): Shift {
  const n = built++;
  const startsAt = overrides.startsAt ?? zonedInstant(new Date(n * day), 7 * 60, facility.timeZone);
  return {
    id: seedId('built shift', n),
    facilityId: facility.id,
    agentId: null,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 8 * 60 * 60_000),
    status: overrides.agentId ? 'assigned' : 'open',
    ...madeAt(n),
    ...overrides,
  };
}

/**
 * The facilities of the organisations, the agents among the people, and three weeks of past and four of coming
 * shifts: by day, in the evening and overnight, by the clocks of each place.
 *
 * @param scale 1 makes 3,000 shifts.
 * @param people The people's scenario at that scale.
 * @param monday The UTC midnight of a Monday: shifts that end before it are past.
 */
export function staffingScenario(scale: number, people: PeopleScenario, monday: Date): StaffingScenario {
  const facilities = people.organisations
    .filter(({ kind }) => kind === 'facility')
    .map(({ id: organisationId }, n) =>
      buildFacility({ id: seedId('facility', n), organisationId, ...describeFacility(n), ...madeAt(n) }),
    );
  const agents = people.memberships
    .filter(({ role }) => role === 'agent')
    .map(({ personId }, n) => buildAgent({ id: seedId('agent', n), personId, ...madeAt(n) }));
  return { facilities, agents, shifts: planShifts(size(3_000, scale), facilities, agents, monday) };
}

function planShifts(count: number, facilities: Facility[], agents: Agent[], monday: Date): Shift[] {
  const shifts: Shift[] = [];
  const shiftsPerFacility = Math.ceil(count / facilities.length);
  const pastDays = Math.ceil((shiftsPerFacility / 3) * 0.42);
  for (const [place, facility] of facilities.entries()) {
    const times = isHospital(place) ? patterns.hospital : patterns.careHome;
    for (let slot = 0; slot < shiftsPerFacility; slot++) {
      const date = new Date(monday.getTime() + (Math.floor(slot / 3) - pastDays) * day);
      const [from, to] = times[slot % 3]!;
      shifts.push(
        buildShift(facility, {
          id: seedId('shift', place * shiftsPerFacility + slot),
          startsAt: zonedInstant(date, from, facility.timeZone),
          endsAt: zonedInstant(date, to, facility.timeZone),
          createdAt: new Date(date.getTime() - 30 * day),
          updatedAt: new Date(date.getTime() - 30 * day),
        }),
      );
    }
  }
  shifts.sort(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime() || (one.id < other.id ? -1 : 1),
  );
  assign(shifts, facilities, agents, monday);
  return shifts;
}

/** Gives the shifts, which come in the order of their starts, their statuses and agents. */
function assign(shifts: Shift[], facilities: Facility[], agents: Agent[], monday: Date): void {
  const random = randomNumbers(20_260_601);
  const pick = (count: number) => Math.floor(random() * count);
  const place = new Map(facilities.map(({ id }, n) => [id, n]));
  const freeFrom = new Map<string, number>();
  const perFacility = Math.ceil(agents.length / facilities.length);

  for (const shift of shifts) {
    const isPast = shift.endsAt <= monday;
    const chance = random();
    if (isPast ? chance < 0.08 : chance < 0.04) shift.status = 'cancelled';
    else if (isPast || chance < 0.65) shift.status = isPast ? 'completed' : 'assigned';
    if (shift.status === 'open' || (shift.status === 'cancelled' && random() < 0.5)) continue;

    // Agents work where they belong, and now and then elsewhere.
    const home = place.get(shift.facilityId)! * perFacility;
    const homely = random() < 0.8;
    const candidates = Array.from({ length: 40 }, (_, attempt) =>
      homely && attempt < 30 ? agents[home + pick(perFacility)] : agents[pick(agents.length)],
    );
    const agent = candidates.find(
      (each) => each && (freeFrom.get(each.id) ?? -Infinity) <= shift.startsAt.getTime(),
    );
    if (agent) {
      shift.agentId = agent.id;
      freeFrom.set(agent.id, shift.endsAt.getTime() + restBetweenShifts);
    } else {
      shift.status = isPast ? 'cancelled' : 'open';
    }
  }
}

function describeFacility(n: number): { name: string; timeZone: string } {
  const pick = picksFor('facility', n);
  const abroad = n % 5 === 4 ? placesAbroad[Math.floor(n / 5) % placesAbroad.length]! : null;
  const place = abroad?.place ?? pick(counties);
  const name = isHospital(n)
    ? pick([`${place} General Hospital`, `Royal ${place} Infirmary`])
    : `${pick(houses)} ${pick(kindsOfHouse)}, ${place}`;
  return { name, timeZone: abroad?.timeZone ?? 'Europe/London' };
}

function isHospital(n: number): boolean {
  return n % 4 === 3;
}
