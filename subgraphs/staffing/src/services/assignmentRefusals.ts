import type { Facility, Shift } from '@guildhall/prisma/staffing';
import type { Code } from '@guildhall/reference/codes';
import type { Context } from '../context.ts';
import { loadFacility, loadShift } from '../loaders.ts';
import { localDay, toLocalDate } from '../localDay.ts';
import type { AssignmentWarning } from '../types.generated.ts';
import type { Finding, LimitFinding } from './assignmentFindings.ts';
import { days, duration, moment, period } from './period.ts';

export interface OverlapsOtherShift {
  readonly __typename: 'OverlapsOtherShift';
  readonly message: string;
  readonly otherShift: Shift | null;
}
export interface NotQualified {
  readonly __typename: 'NotQualified';
  readonly message: string;
  readonly qualification: Code;
}
export interface TooLittleRest {
  readonly __typename: 'TooLittleRest';
  readonly message: string;
  readonly otherShift: Shift | null;
  readonly hours: number;
  readonly requiredHours: number;
}
export interface TooManyHours {
  readonly __typename: 'TooManyHours';
  readonly message: string;
  readonly hours: number;
  readonly allowedHours: number;
}
export interface ShiftAlreadyTaken {
  readonly __typename: 'ShiftAlreadyTaken';
  readonly message: string;
}
export interface ShiftHasStarted {
  readonly __typename: 'ShiftHasStarted';
  readonly message: string;
}

type RefusalOf = {
  overlaps: OverlapsOtherShift;
  notQualified: NotQualified;
  tooLittleRest: TooLittleRest;
  tooManyHours: TooManyHours;
};

export function shiftAlreadyTaken(): ShiftAlreadyTaken {
  return {
    __typename: 'ShiftAlreadyTaken',
    message: 'Somebody else has this shift already. Look for another one.',
  };
}

export function shiftHasStarted(
  { startsAt }: Pick<Shift, 'startsAt'>,
  { timeZone }: Pick<Facility, 'timeZone'>,
) {
  return {
    __typename: 'ShiftHasStarted' as const,
    message: `This shift has started, at ${moment(startsAt, timeZone)}. Ask support staff if it was worked by somebody else.`,
  } satisfies ShiftHasStarted;
}

/**
 * A finding in words, for the agent who wants the shift or for those who plan it. Another shift is named only
 * where the viewer may see it.
 */
export async function assignmentRefusal<Kind extends Finding['kind']>(
  ctx: Context,
  finding: Extract<Finding, { kind: Kind }>,
): Promise<RefusalOf[Kind]>;
export async function assignmentRefusal(ctx: Context, finding: Finding): Promise<RefusalOf[Finding['kind']]> {
  const isOwn = ctx.viewer.role === 'agent';
  switch (finding.kind) {
    case 'overlaps': {
      const { otherShift, where } = await visible(ctx, finding.other, finding.timeZone);
      return {
        __typename: 'OverlapsOtherShift',
        message: isOwn
          ? `This overlaps your shift ${where}.`
          : `This agent has another shift ${where}. Choose another agent or time.`,
        otherShift,
      };
    }
    case 'notQualified': {
      const { qualification, expiresOn, timeZone } = finding;
      const isPast = expiresOn && toLocalDate(expiresOn) < localDay(new Date(), timeZone);
      const lacking = expiresOn
        ? `${isOwn ? 'your' : "this agent's"} qualification ${isPast ? 'expired' : 'expires'} on ${days(toLocalDate(expiresOn))}${isPast ? '' : ', before the shift ends'}`
        : `${isOwn ? 'you do' : 'this agent does'} not hold it`;
      return {
        __typename: 'NotQualified',
        message: `Not qualified: the shift takes ${qualification.displayName}, and ${lacking}.`,
        qualification,
      };
    }
    case 'tooLittleRest': {
      const { hours, requiredHours } = finding;
      const { otherShift, where } = await visible(ctx, finding.other, finding.timeZone);
      return {
        __typename: 'TooLittleRest',
        message: limitInWords(finding, isOwn, where),
        otherShift,
        hours,
        requiredHours,
      };
    }
    case 'tooManyHours': {
      const { hours, allowedHours } = finding;
      return {
        __typename: 'TooManyHours',
        message: limitInWords(finding, isOwn),
        hours,
        allowedHours,
      };
    }
  }
}

/**
 * A limit that would be gone beyond, in words.
 *
 * @param isOwn Whether the agent reads it.
 * @param where Where and when the other shift is, as far as the reader may know.
 */
export function limitInWords(finding: LimitFinding<unknown>, isOwn: boolean, where = ''): string {
  const whose = isOwn ? 'your' : "this agent's";
  if (finding.kind === 'tooManyHours') {
    const { monday, sunday, hours, allowedHours } = finding;
    return `Too many hours: with this shift ${whose} week of ${days(monday, sunday)} has ${duration(hours)}. A week may have ${duration(allowedHours)} at most.`;
  }
  const { isBefore, hours, requiredHours } = finding;
  return `Too little rest ${isBefore ? 'before' : 'after'} ${whose} shift ${where}: ${duration(hours)}. At least ${duration(requiredHours)} are needed.`;
}

/** Which limit a warning is of. */
export function warningKind({ kind }: LimitFinding<unknown>): AssignmentWarning['kind'] {
  return kind === 'tooLittleRest' ? 'TOO_LITTLE_REST' : 'TOO_MANY_HOURS';
}

/** A limit that whoever plans may go beyond, as they are told of it. */
export async function assignmentWarning(ctx: Context, finding: LimitFinding): Promise<AssignmentWarning> {
  const { message } = await assignmentRefusal(ctx, finding);
  return { kind: warningKind(finding), message };
}

/**
 * Where and when another shift is, as far as the viewer may know: when is no secret, where can be.
 *
 * @param timeZone Whose clocks tell when it is, if they may not know where.
 */
async function visible(
  ctx: Context,
  other: Shift,
  timeZone: string,
): Promise<{ otherShift: Shift | null; where: string }> {
  const otherShift = await loadShift(ctx, other.id);
  const facility = otherShift && (await loadFacility(ctx, otherShift.facilityId));
  if (facility) return { otherShift, where: `at ${facility.name}, ${period(other, facility.timeZone)}` };
  return { otherShift, where: `elsewhere, ${period(other, timeZone)}` };
}
