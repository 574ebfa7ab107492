import { randomNumbers } from './generator.ts';
import type { Agent, Facility, Qualification, Shift } from './staffingRows.ts';
import { seedId } from './seedId.ts';
import { zonedInstant } from './zonedInstant.ts';

const hour = 60 * 60_000;
const day = 24 * hour;
const restBetweenShifts = 12 * hour;
const mostMinutesAWeek = 48 * 60;

/** A shift of a day by the wall clock, in minutes after midnight, and the qualifications it may take. */
interface Pattern {
  readonly from: number;
  readonly to: number;
  readonly breakMinutes: number;
  readonly needs: readonly string[];
}

export const patterns: Readonly<Record<'careHome' | 'hospital', readonly Pattern[]>> = {
  careHome: [
    {
      from: 7 * 60,
      to: 15 * 60,
      breakMinutes: 30,
      needs: ['care.assistant', 'care.assistant', 'care.senior'],
    },
    { from: 14 * 60 + 30, to: 22 * 60, breakMinutes: 30, needs: ['care.assistant'] },
    { from: 21 * 60 + 30, to: 31 * 60 + 30, breakMinutes: 60, needs: ['care.night'] },
  ],
  hospital: [
    {
      from: 7 * 60 + 30,
      to: 20 * 60,
      breakMinutes: 60,
      needs: ['nursing.registered', 'nursing.registered.theatre'],
    },
    { from: 13 * 60, to: 21 * 60, breakMinutes: 30, needs: ['nursing.registered'] },
    { from: 19 * 60 + 30, to: 32 * 60, breakMinutes: 60, needs: ['nursing.registered'] },
  ],
};

/** Every fourth facility is a hospital. */
export function houseOf(n: number): keyof typeof patterns {
  return n % 4 === 3 ? 'hospital' : 'careHome';
}

const notes = [
  'Bring comfortable shoes.',
  'Ring the bell at the back door after 20:00.',
  'The lift is out of order: the ward is on the second floor.',
  'Ask for the handover sheet at reception.',
];
const reasons = ['A resident is in hospital', 'The ward is closed', 'Filled by our own staff', null];

export interface Rota {
  readonly facilities: readonly Facility[];
  readonly agents: readonly Agent[];
  readonly qualifications: readonly Qualification[];
  readonly monday: Date;
}

/**
 * Shifts in the order of their starts, each facility as many: on weekdays early, late and at night, fewer late
 * ones at weekends and on bank holidays. Some are cancelled, blocked or left open; the others have agents who are
 * qualified, rested, within the hours of a week and not on holiday.
 */
export function planShifts(count: number, rota: Rota): Shift[] {
  const { facilities, monday } = rota;
  const random = randomNumbers(20_260_601);
  const shifts: Shift[] = [];
  const perFacility = Math.ceil(count / facilities.length);
  // About 2.6 shifts a day; two fifths of them past.
  const pastDays = Math.ceil((perFacility / 2.6) * 0.42);
  for (const [place, facility] of facilities.entries()) {
    let made = 0;
    for (let offset = -pastDays; made < perFacility; offset++) {
      const date = new Date(monday.getTime() + offset * day);
      const isQuiet = isWeekend(date) || isBankHoliday(date);
      for (const [n, pattern] of patterns[houseOf(place)].entries()) {
        if (made === perFacility) break;
        if (n === 1 && isQuiet && random() < 0.7) continue;
        shifts.push(shiftOf(seedId('shift', place * perFacility + made), facility, date, pattern, n, random));
        made++;
      }
    }
  }
  shifts.sort(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime() || (one.id < other.id ? -1 : 1),
  );
  staff(shifts, rota, random);
  return shifts;
}

function shiftOf(
  id: string,
  facility: Facility,
  date: Date,
  { from, to, breakMinutes, needs }: Pattern,
  n: number,
  random: () => number,
): Shift {
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!;
  const pays = isWeekend(date) || isBankHoliday(date) || n === 2;
  const createdAt = new Date(date.getTime() - 30 * day);
  return {
    id,
    facilityId: facility.id,
    agentId: null,
    kind: 'work',
    qualification: pick(needs),
    startsAt: zonedInstant(date, from, facility.timeZone),
    endsAt: zonedInstant(date, to, facility.timeZone),
    breakMinutes,
    note: random() < 0.1 ? pick(notes) : null,
    ...(pays && random() < 0.3
      ? {
          rateMinor: pick([1_800, 2_100, 2_600]),
          rateCurrency: facility.timeZone === 'Europe/London' ? 'GBP' : 'EUR',
        }
      : { rateMinor: null, rateCurrency: null }),
    status: 'open',
    cancellationReason: null,
    offeredAt: null,
    workedMinutes: null,
    createdAt,
    updatedAt: createdAt,
  };
}

/** Gives the shifts their statuses and agents, in the order of their starts. */
function staff(shifts: Shift[], { facilities, agents, qualifications, monday }: Rota, random: () => number) {
  const place = new Map(facilities.map(({ id }, n) => [id, n]));
  const held = Map.groupBy(qualifications, ({ agentId }) => agentId);
  const perFacility = Math.ceil(agents.length / facilities.length);
  const freeFrom = new Map<string, number>();
  const worked = new Map<string, { week: number; minutes: number }>();
  const pick = (count: number) => Math.floor(random() * count);

  const isFree = (n: number, { startsAt, endsAt, breakMinutes, qualification }: Shift): boolean => {
    const agent = agents[n];
    if (!agent || isOnHoliday(n, startsAt, monday)) return false;
    if ((freeFrom.get(agent.id) ?? -Infinity) > startsAt.getTime()) return false;
    const holds = held
      .get(agent.id)
      ?.some(
        ({ code, expiresOn }) =>
          (code === qualification || code.startsWith(`${qualification}.`)) &&
          (!expiresOn || new Date(expiresOn) > endsAt),
      );
    if (!holds) return false;
    const { week, minutes } = worked.get(agent.id) ?? { week: NaN, minutes: 0 };
    const before = week === weekOf(startsAt) ? minutes : 0;
    return before + planned({ startsAt, endsAt, breakMinutes }) <= mostMinutesAWeek;
  };

  for (const shift of shifts) {
    const isPast = shift.endsAt <= monday;
    const chance = random();
    if (!isPast && chance > 0.98) {
      Object.assign(shift, {
        kind: 'placeholder',
        qualification: null,
        note: 'Kept free',
        rateMinor: null,
        rateCurrency: null,
      });
      continue;
    }
    const isCancelled = isPast ? chance < 0.08 : chance < 0.04;
    if (isCancelled) {
      shift.status = 'cancelled';
      shift.cancellationReason = reasons[pick(reasons.length)]!;
    }
    // Gaps: coming shifts that nobody has yet, and some cancelled ones that nobody ever had.
    if ((!isPast && !isCancelled && chance > 0.65) || (isCancelled && random() < 0.5)) continue;

    // Agents work where they belong, and now and then elsewhere.
    const home = place.get(shift.facilityId)! * perFacility;
    const homely = random() < 0.8;
    let n = -1;
    for (let attempt = 0; attempt < 40 && n < 0; attempt++) {
      const candidate = homely && attempt < 30 ? home + pick(perFacility) : pick(agents.length);
      if (isFree(candidate, shift)) n = candidate;
    }
    const agent = agents[n];
    if (!agent) {
      if (isPast) Object.assign(shift, { status: 'cancelled', cancellationReason: 'Nobody was found' });
      continue;
    }
    shift.agentId = agent.id;
    freeFrom.set(agent.id, shift.endsAt.getTime() + restBetweenShifts);
    const week = weekOf(shift.startsAt);
    const before = worked.get(agent.id);
    const minutes = planned(shift);
    worked.set(agent.id, { week, minutes: minutes + (before?.week === week ? before.minutes : 0) });
    if (isCancelled) continue;
    shift.status = isPast ? 'completed' : 'assigned';
    if (isPast) shift.workedMinutes = minutes + [0, 0, 0, 0, -15, 15, 30][pick(7)]!;
    else if (random() < 0.04) shift.offeredAt = new Date(monday.getTime() - pick(72) * hour);
  }
}

function planned({
  startsAt,
  endsAt,
  breakMinutes,
}: Pick<Shift, 'startsAt' | 'endsAt' | 'breakMinutes'>): number {
  return (endsAt.getTime() - startsAt.getTime()) / 60_000 - (breakMinutes ?? 0);
}

/** Every agent is away for a week, and every third for two, somewhere between two weeks ago and six ahead. */
function isOnHoliday(n: number, instant: Date, monday: Date): boolean {
  const from = monday.getTime() + (((n * 5) % 9) - 2) * 7 * day;
  const length = (n % 3 === 0 ? 14 : 7) * day;
  return instant.getTime() >= from && instant.getTime() < from + length;
}

function isWeekend(date: Date): boolean {
  return date.getUTCDay() === 0 || date.getUTCDay() === 6;
}

/** England's, as far as they fall on the same days each year. */
function isBankHoliday(date: Date): boolean {
  const [month, dayOfMonth] = [date.getUTCMonth(), date.getUTCDate()];
  const isMonday = date.getUTCDay() === 1;
  return (
    (month === 0 && dayOfMonth === 1) ||
    (month === 4 && isMonday && (dayOfMonth <= 7 || dayOfMonth >= 25)) ||
    (month === 7 && isMonday && dayOfMonth >= 25) ||
    (month === 11 && (dayOfMonth === 25 || dayOfMonth === 26))
  );
}

/** The number of the week that an instant is in, from Monday to Sunday in UTC. */
function weekOf(instant: Date): number {
  return Math.floor((instant.getTime() / day + 3) / 7);
}
