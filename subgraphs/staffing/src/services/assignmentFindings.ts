import type { PrismaClient, Shift } from '@guildhall/prisma/staffing';
import { type Code, qualifications } from '@guildhall/reference/codes';
import { asDate, localDay, weekOf } from '../localDay.ts';

type Work = Pick<Shift, 'startsAt' | 'endsAt' | 'qualification' | 'breakMinutes'>;

/** A shift as it is to be, with the agent who is to have it. */
export type WantedShift = Work &
  Pick<Shift, 'facilityId'> & { readonly id?: string; readonly agentId: string };

/** A shift that an agent has. */
export type OtherShift = Work & Pick<Shift, 'startsOn'>;

/** A limit of the reference data that a shift would go beyond. */
export type LimitFinding<Other = Shift> =
  | {
      readonly kind: 'tooLittleRest';
      readonly other: Other;
      readonly isBefore: boolean;
      readonly hours: number;
      readonly requiredHours: number;
      /** Of the facility that the shift is to be at. */
      readonly timeZone: string;
    }
  | {
      readonly kind: 'tooManyHours';
      /** The first and the last day of the week. */
      readonly monday: string;
      readonly sunday: string;
      readonly hours: number;
      readonly allowedHours: number;
    };

/** Something that speaks against an agent having a shift. */
export type Finding =
  | { readonly kind: 'overlaps'; readonly other: Shift; readonly timeZone: string }
  | {
      readonly kind: 'notQualified';
      readonly qualification: Code;
      readonly expiresOn: Date | null;
      readonly timeZone: string;
    }
  | LimitFinding;

type Reader = Pick<PrismaClient, 'shift' | 'facility' | 'agentQualification'>;

const live = ['assigned', 'completed'];
const minute = 60_000;
const hour = 60 * minute;

/**
 * What speaks against an agent having a shift, in the order of its weight: another shift at that time, a missing
 * qualification, too little rest before or after, too many hours in the week of the facility.
 *
 * @param reader A client that sees all shifts of the agent.
 */
export async function assignmentFindings(reader: Reader, wanted: WantedShift): Promise<Finding[]> {
  const facility = await reader.facility.findFirst({ where: { id: wanted.facilityId } });
  if (!facility) return [];
  const { timeZone } = facility;
  const { monday, sunday } = weekOf(localDay(wanted.startsAt, timeZone));
  const others = await reader.shift.findMany({
    where: {
      id: { not: wanted.id },
      agentId: wanted.agentId,
      status: { in: live },
      OR: [
        { startsOn: { gte: asDate(monday), lte: asDate(sunday) } },
        {
          // As long before and after as any rest can ask for.
          startsAt: { lt: new Date(wanted.endsAt.getTime() + 72 * hour) },
          endsAt: { gt: new Date(wanted.startsAt.getTime() - 72 * hour) },
        },
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });

  const findings: Finding[] = [];
  const overlapping = others.find((each) => each.startsAt < wanted.endsAt && each.endsAt > wanted.startsAt);
  if (overlapping) findings.push({ kind: 'overlaps', other: overlapping, timeZone });

  if (wanted.qualification !== null) {
    const missing = await missingQualification(reader, wanted, wanted.qualification, timeZone);
    if (missing) findings.push(missing);
  }
  return [...findings, ...limitFindings(wanted, timeZone, others)];
}

/**
 * The limits that an agent's shift would go beyond, beside others that they have: rest before and after it, and the
 * hours of its week.
 *
 * @param timeZone Of the facility that the shift is to be at.
 * @param others By start.
 */
export function limitFindings<Other extends OtherShift>(
  wanted: Work,
  timeZone: string,
  others: readonly Other[],
): LimitFinding<Other>[] {
  const { parameters } = wanted.qualification ? qualifications.find(wanted.qualification) : qualifications;
  const { monday, sunday } = weekOf(localDay(wanted.startsAt, timeZone));
  const findings: LimitFinding<Other>[] = [];
  const rest = (other: Other, isBefore: boolean, gap: number): void => {
    const asked = other.qualification ? qualifications.find(other.qualification).parameters : parameters;
    const requiredHours = Math.max(parameters.restHours, asked.restHours);
    const hours = gap / hour;
    if (hours < requiredHours)
      findings.push({ kind: 'tooLittleRest', other, isBefore, hours, requiredHours, timeZone });
  };
  const previous = others.filter((each) => each.endsAt <= wanted.startsAt).at(-1);
  if (previous) rest(previous, false, wanted.startsAt.getTime() - previous.endsAt.getTime());
  const next = others.find((each) => each.startsAt >= wanted.endsAt);
  if (next) rest(next, true, next.startsAt.getTime() - wanted.endsAt.getTime());

  const inWeek = others.filter(({ startsOn }) => startsOn >= asDate(monday) && startsOn <= asDate(sunday));
  const hours = [...inWeek, wanted].reduce((sum, each) => sum + plannedMinutes(each), 0) / 60;
  if (hours > parameters.weeklyHours) {
    findings.push({ kind: 'tooManyHours', monday, sunday, hours, allowedHours: parameters.weeklyHours });
  }
  return findings;
}

/** How long a shift is planned to be, its break taken off. */
export function plannedMinutes({
  startsAt,
  endsAt,
  breakMinutes,
}: Pick<Shift, 'startsAt' | 'endsAt' | 'breakMinutes'>): number {
  return (endsAt.getTime() - startsAt.getTime()) / minute - breakMinutes;
}

async function missingQualification(
  reader: Reader,
  { agentId, endsAt }: WantedShift,
  needed: string,
  timeZone: string,
): Promise<Finding | null> {
  const held = await reader.agentQualification.findMany({ where: { agentId } });
  const fitting = held.filter(({ code }) => qualifications.covers(code, needed));
  const lastDay = asDate(localDay(endsAt, timeZone));
  if (fitting.some(({ expiresOn }) => expiresOn === null || expiresOn >= lastDay)) return null;
  const [last] = fitting.map(({ expiresOn }) => expiresOn!).sort((a, b) => b.getTime() - a.getTime());
  return {
    kind: 'notQualified',
    qualification: qualifications.find(needed),
    expiresOn: last ?? null,
    timeZone,
  };
}
