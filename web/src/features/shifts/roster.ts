import type { ShiftFieldsFragment } from '../../../generated/graphql.ts';
import { addDays, dayIn, timeIn } from '../../design/calendar.ts';

/** By what the rows of a roster are. */
export type RosterBy = 'qualification' | 'agent';

/** A shift as the roster shows it, with the place that it stands at. */
export interface RosterShift {
  readonly id: string;
  readonly revision: number;
  /** The key of its row. */
  readonly row: string;
  /** The day on which it starts, and on which it ends, by the clocks of the facility. */
  readonly day: string;
  readonly lastDay: string;
  readonly from: string;
  readonly to: string;
  readonly status: ShiftFieldsFragment['status'];
  readonly isPlaceholder: boolean;
  readonly agentName: string | null;
  readonly qualificationName: string | null;
}

/** A row of the roster; only those with a `target` can be moved to. */
export interface RosterRow {
  readonly key: string;
  readonly label: string;
  /** The code of the qualification, or the id of the agent; null for none; undefined where nothing can be moved to. */
  readonly target: string | null | undefined;
}

/** The row of what nobody is to fill. */
const freeRow: RosterRow = { key: 'free', label: 'Kept free', target: undefined };
/** The row of those without a qualification, or without an agent. */
const noneKey = 'none';

/** Where a shift stands in a roster. */
export function rosterShift(shift: ShiftFieldsFragment, by: RosterBy, timeZone: string): RosterShift {
  const [start, end] = [new Date(shift.startsAt), new Date(shift.endsAt)];
  const isPlaceholder = shift.kind === 'PLACEHOLDER';
  const key = by === 'qualification' ? shift.qualification?.code : shift.agent?.id;
  return {
    id: shift.id,
    revision: shift.revision,
    row: isPlaceholder ? freeRow.key : (key ?? noneKey),
    day: dayIn(start, timeZone),
    lastDay: dayIn(end, timeZone),
    from: timeIn(start, timeZone),
    to: timeIn(end, timeZone),
    status: shift.status,
    isPlaceholder,
    agentName: shift.agent && (shift.agent.person?.name ?? 'Name not known'),
    qualificationName: shift.qualification?.displayName ?? null,
  };
}

/** The rows that the shifts of a week need: what is open or takes nothing first, the others by name. */
export function rosterRows(shifts: readonly ShiftFieldsFragment[], by: RosterBy): RosterRow[] {
  const named = new Map<string, RosterRow>();
  for (const { kind, qualification, agent } of shifts) {
    if (kind === 'PLACEHOLDER') continue;
    if (by === 'qualification' && qualification) {
      const { code, displayName } = qualification;
      named.set(code, { key: code, label: displayName, target: code });
    }
    if (by === 'agent' && agent) {
      named.set(agent.id, { key: agent.id, label: agent.person?.name ?? 'Name not known', target: agent.id });
    }
  }
  const work = shifts.filter(({ kind }) => kind === 'WORK');
  const hasNone = by === 'agent' || work.some(({ qualification }) => !qualification);
  return [
    ...(hasNone
      ? [{ key: noneKey, label: by === 'agent' ? 'Open' : 'Any qualification', target: null }]
      : []),
    ...[...named.values()].toSorted((a, b) => a.label.localeCompare(b.label)),
    ...(work.length < shifts.length ? [freeRow] : []),
  ];
}

/** What stands in a cell: a shift by itself, or several of equal times as one. */
export type RosterItem =
  | { kind: 'shift'; id: string; shift: RosterShift }
  | { kind: 'group'; id: string; from: string; to: string; filled: number; shifts: readonly RosterShift[] };

/** How many a cell shows one by one. */
const most = 3;

/** The items of a cell by time; over three, those of equal times become one. */
export function rosterItems(shifts: readonly RosterShift[]): RosterItem[] {
  const sorted = shifts.toSorted(
    (a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to) || (a.id < b.id ? -1 : 1),
  );
  const single = (shift: RosterShift): RosterItem => ({ kind: 'shift', id: shift.id, shift });
  if (sorted.length <= most) return sorted.map(single);
  const groups = Map.groupBy(sorted, ({ from, to, status }) =>
    status === 'CANCELLED' ? `${from}-${to}-off` : `${from}-${to}`,
  );
  return [...groups.values()].flatMap((group): RosterItem[] => {
    const [first] = group as [RosterShift];
    if (group.length === 1 || first.status === 'CANCELLED') return group.map(single);
    const { row, day, from, to } = first;
    return [
      {
        kind: 'group',
        id: `${row} ${day} ${from} ${to}`,
        from,
        to,
        filled: countFilled(group),
        shifts: group,
      },
    ];
  });
}

/** How many have an agent. */
const countFilled = (shifts: readonly RosterShift[]): number =>
  shifts.filter(({ status }) => status === 'ASSIGNED' || status === 'COMPLETED').length;

/** How many shifts of a day are filled, of those that somebody is to fill. */
export function dayCount(shifts: readonly RosterShift[], day: string): { filled: number; total: number } {
  const needed = shifts.filter(
    (shift) => shift.day === day && !shift.isPlaceholder && shift.status !== 'CANCELLED',
  );
  return { filled: countFilled(needed), total: needed.length };
}

/** When the shifts that began the day before end, in a row of a day: each time once. */
export function untilTimes(shifts: readonly RosterShift[], row: string, day: string): string[] {
  const dayBefore = addDays(day, -1);
  const ends = shifts
    .filter(
      (shift) =>
        shift.row === row &&
        shift.status !== 'CANCELLED' &&
        shift.lastDay === day &&
        shift.day === dayBefore &&
        shift.to !== '00:00',
    )
    .map(({ to }) => to);
  return [...new Set(ends)].toSorted();
}
