import { addDays, dayIn, timeIn } from '../../design/calendar.ts';
import { clockRefusal } from '../../design/clockRefusal.ts';
import { zonedInstant } from '../../design/zonedInstant.ts';

/** A shift as its form has it: wall time of the facility, text, empty for nothing. */
export interface ShiftDraft {
  day: string;
  from: string;
  /** On the next day when it is not after `from`. */
  to: string;
  /** Of a time that clocks show twice, whether the second is meant. */
  fromIsSecond: boolean;
  toIsSecond: boolean;
  qualification: string;
  breakMinutes: string;
  note: string;
}

export const draftLabels = {
  day: 'Day',
  from: 'From',
  to: 'To',
  qualification: 'Qualification',
  breakMinutes: 'Unpaid break, in minutes',
  note: 'Note',
} as const;

/** The fields that a person types; which of two times is meant goes with its time. */
export type DraftField = keyof typeof draftLabels;

export const draftFields = Object.keys(draftLabels) as DraftField[];

/** Those that say when the work is: they change together. */
export const timeFields: readonly DraftField[] = ['day', 'from', 'to'];

/** A shift as its form has it. */
export function draftOf(
  shift: {
    startsAt: string;
    endsAt: string;
    breakMinutes: number;
    note: string | null;
    qualification: { code: string } | null;
  },
  timeZone: string,
): ShiftDraft {
  const [start, end] = [new Date(shift.startsAt), new Date(shift.endsAt)];
  const draft = {
    day: dayIn(start, timeZone),
    from: timeIn(start, timeZone),
    to: timeIn(end, timeZone),
    fromIsSecond: false,
    toIsSecond: false,
    qualification: shift.qualification?.code ?? '',
    breakMinutes: String(shift.breakMinutes),
    note: shift.note ?? '',
  };
  return {
    ...draft,
    fromIsSecond: isSecond(draft.day, draft.from, start, timeZone),
    toIsSecond: isSecond(dayIn(end, timeZone), draft.to, end, timeZone),
  };
}

function isSecond(day: string, time: string, instant: Date, timeZone: string): boolean {
  const found = zonedInstant(day, time, timeZone);
  return found.kind === 'twice' && found.second.getTime() === instant.getTime();
}

/** What is wrong with a field of a draft. */
export interface DraftProblem {
  readonly field: DraftField;
  readonly message: string;
}

/** The instants of a draft, or why it has none. `twice` names the times that clocks show twice on that day. */
export type DraftTimes =
  | { kind: 'times'; startsAt: Date; endsAt: Date; twice: readonly ('from' | 'to')[] }
  | ({ kind: 'problem' } & DraftProblem);

/** Finds the instants that a draft means on the clocks of a place. */
export function draftTimes(draft: ShiftDraft, timeZone: string, locale: string): DraftTimes {
  const problem = (field: DraftField, message: string) => ({ kind: 'problem', field, message }) as const;
  if (draft.day === '') return problem('day', 'Say on which day the work starts.');
  if (draft.from === '') return problem('from', 'Say when the work starts.');
  if (draft.to === '') return problem('to', 'Say when the work ends.');
  const twice: ('from' | 'to')[] = [];
  const instants: Date[] = [];
  const ends = draft.to > draft.from ? draft.day : addDays(draft.day, 1);
  for (const [field, day, isSecondMeant] of [
    ['from', draft.day, draft.fromIsSecond],
    ['to', ends, draft.toIsSecond],
  ] as const) {
    const time = draft[field];
    const found = zonedInstant(day, time, timeZone);
    if (found.kind === 'skipped') {
      return problem(field, clockRefusal(found, { day, time, timeZone, locale })!);
    }
    if (found.kind === 'twice') twice.push(field);
    instants.push(found.kind === 'one' ? found.instant : isSecondMeant ? found.second : found.first);
  }
  const [startsAt, endsAt] = instants as [Date, Date];
  if (endsAt.getTime() - startsAt.getTime() > 24 * 3_600_000) {
    return problem('to', 'A shift lasts 24 hours at most, and clocks go back during this one.');
  }
  return { kind: 'times', startsAt, endsAt, twice };
}

/** Everything that is wrong with a draft, for the summary above its form. */
export function draftProblems(draft: ShiftDraft, timeZone: string, locale: string): DraftProblem[] {
  const times = draftTimes(draft, timeZone, locale);
  const problems: DraftProblem[] = times.kind === 'problem' ? [times] : [];
  const minutes = draft.breakMinutes.trim() === '' ? 0 : Number(draft.breakMinutes);
  if (!Number.isInteger(minutes) || minutes < 0) {
    problems.push({
      field: 'breakMinutes',
      message: 'A break is a whole number of minutes, for example 30.',
    });
  } else if (
    times.kind === 'times' &&
    minutes * 60_000 >= times.endsAt.getTime() - times.startsAt.getTime()
  ) {
    problems.push({ field: 'breakMinutes', message: 'The break is as long as the shift: make it shorter.' });
  }
  if (draft.note.length > 2_000)
    problems.push({ field: 'note', message: 'A note has 2,000 characters at most.' });
  return problems;
}

/** What differs between two drafts. */
export function changedDraftFields(before: ShiftDraft, after: ShiftDraft): DraftField[] {
  return draftFields.filter(
    (name) =>
      before[name] !== after[name] ||
      (name === 'from' && before.fromIsSecond !== after.fromIsSecond) ||
      (name === 'to' && before.toIsSecond !== after.toIsSecond),
  );
}

/** Those fields of `from`, over `onto`. */
export function withDraftFields(
  onto: ShiftDraft,
  from: ShiftDraft,
  names: readonly DraftField[],
): ShiftDraft {
  const result: ShiftDraft = { ...onto, ...Object.fromEntries(names.map((name) => [name, from[name]])) };
  if (names.includes('from')) result.fromIsSecond = from.fromIsSecond;
  if (names.includes('to')) result.toIsSecond = from.toIsSecond;
  return result;
}
