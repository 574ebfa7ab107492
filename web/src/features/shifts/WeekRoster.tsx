'use client';

import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useOptimistic,
  useRef,
  useState,
  useTransition,
} from 'react';
import { addDays, weekOf } from '../../design/calendar.ts';
import { formatDay, formatWeekday } from '../../design/format.ts';
import { useToast } from '../../design/toasts.tsx';
import { useUndoKey } from '../../design/useUndoKey.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { moveShift, type ShiftMove } from './moveShift.ts';
import { RosterCell } from './RosterCell.tsx';
import {
  dayCount,
  type RosterBy,
  rosterItems,
  type RosterRow,
  type RosterShift,
  untilTimes,
} from './roster.ts';
import styles from './WeekRoster.module.css';
import { WeekViews } from './WeekViews.tsx';

/** Where the keys are in the roster: a cell, and what is in it. */
interface Place {
  readonly row: string;
  readonly day: string;
  /** A shift or a group; null for the cell itself. */
  readonly item: string | null;
}

/**
 * The week of a facility, row by row. The arrows go from day to day and from shift to shift, Home and End to the ends
 * of the week, PageUp and PageDown to other weeks; Enter opens, N adds, M moves, Ctrl Z undoes. Shifts are dragged to
 * another day or row. What is moved is shown at once, and goes back when it is refused.
 *
 * @param days the seven days, with the hours of those on which clocks change.
 * @param targets every row that a shift can be moved to, also those that are not shown.
 */
export function WeekRoster({
  monday,
  days,
  rows,
  targets,
  shifts: loaded,
  by,
  today,
  locale,
}: {
  monday: string;
  days: readonly { day: string; hours: number }[];
  rows: readonly RosterRow[];
  targets: readonly RosterRow[];
  shifts: readonly RosterShift[];
  by: RosterBy;
  today: string;
  locale: string;
}) {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const showToast = useToast();
  useUndoKey();
  const [isChanging, startChange] = useTransition();
  const [shifts, moveShown] = useOptimistic(loaded, (now, { id, day, row }: Shown) =>
    now.map((shift) => (shift.id === id ? { ...shift, day, row, lastDay: laterDay(shift, day) } : shift)),
  );
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [moving, setMoving] = useState<RosterShift | null>(null);
  const [place, setPlace] = useState<Place>({ row: rows[0]?.key ?? '', day: monday, item: null });
  const chosenDay =
    days.find(({ day }) => day === parameters.get('d'))?.day ??
    days.find(({ day }) => day === today)?.day ??
    monday;
  const grid = useRef<HTMLTableElement>(null);
  const dragged = useRef<string | null>(null);

  /** What its days are called: to format them anew at each key would take longer than all the rest. */
  const dayTexts = useMemo(() => {
    const reader = { locale, timeZone: 'UTC' };
    return new Map(days.map(({ day }) => [day, formatDay(new Date(`${day}T12:00Z`), reader)]));
  }, [days, locale]);
  const dayText = (day: string) => dayTexts.get(day) ?? day;
  const addressWith = useCallback(
    (changes: Readonly<Record<string, string | null>>) => {
      const next = new URLSearchParams(parameters);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      return `${pathname}?${next}`;
    },
    [parameters, pathname],
  );
  const recordHref = useCallback((id: string) => addressWith({ shift: id, new: null }), [addressWith]);
  const newHref = useCallback(
    (day: string, row: RosterRow) =>
      addressWith({
        new: day,
        newNeeds: by === 'qualification' && row.target ? row.target : null,
        shift: null,
      }),
    [addressWith, by],
  );
  const weekHref = (week: string) => addressWith({ w: week, d: null, shift: null, new: null });
  const goTo = (href: string) => startChange(() => router.push(href, { scroll: false }));

  const mutation = useMutationAction(
    useCallback(async ({ move }: Moving) => moveShift(move), []),
    {
      optimistic: ({ move, row }) => moveShown({ id: move.id, day: move.day, row }),
      onDone({ warnings }, { move, back, text }) {
        showToast({
          message: [text, ...warnings].join(' '),
          async undo() {
            const answer = await moveShift({ ...move, ...back, revision: null });
            return answer.kind === 'done'
              ? 'The shift is back.'
              : answer.kind === 'refusal'
                ? answer.refusal.message
                : 'This could not be undone. Look at the shift again.';
          },
        });
      },
    },
  );
  const move = (shift: RosterShift, day: string, row: RosterRow) => {
    setMoving(null);
    const from = rows.find(({ key }) => key === shift.row);
    if (row.target === undefined || from?.target === undefined) return;
    if (day === shift.day && row.key === shift.row) return;
    setPlace({ row: row.key, day, item: shift.id });
    mutation.run({
      move: { id: shift.id, revision: shift.revision, locale, day, row: rowOf(by, row.target) },
      row: row.key,
      back: { day: shift.day, row: rowOf(by, from.target) },
      text: `Moved to ${dayText(day)}, ${row.label}.`,
    });
  };

  /** By row and day. */
  const cells = useMemo(() => {
    const byCell = Map.groupBy(shifts, ({ row, day }) => `${row} ${day}`);
    return new Map(
      rows.flatMap(({ key }) =>
        days.map(({ day }) => {
          const name = `${key} ${day}`;
          const items = rosterItems(byCell.get(name) ?? []);
          return [name, { items, until: untilTimes(shifts, key, day).join(', ') }] as const;
        }),
      ),
    );
  }, [shifts, rows, days]);
  /** What the keys stop at in a cell. */
  const stopsOf = (row: string, day: string): (string | null)[] => {
    const items = cells.get(`${row} ${day}`)?.items ?? [];
    if (items.length === 0) return [null];
    return items.flatMap((item) =>
      item.kind === 'group' && opened.has(item.id)
        ? [item.id, ...item.shifts.map(({ id }) => id)]
        : [item.id],
    );
  };
  // What was there may have gone: the keys are at its cell then, or at the first one.
  const row = rows.some(({ key }) => key === place.row) ? place.row : (rows[0]?.key ?? '');
  const day = days.some((each) => each.day === place.day) ? place.day : monday;
  const stops = stopsOf(row, day);
  const item = stops.includes(place.item) ? place.item : stops[0]!;

  const focusStop = () => grid.current?.querySelector<HTMLElement>('[data-stop][tabindex="0"]')?.focus();
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    focusStop();
  });
  // The keys stay in the roster while another week comes.
  const isTurning = useRef(false);
  useEffect(() => {
    if (isTurning.current) focusStop();
    isTurning.current = false;
  }, [monday]);
  const goToPlace = (next: Place) => {
    wantsFocus.current = true;
    setPlace(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const column = days.findIndex((each) => each.day === day);
    const line = rows.findIndex(({ key }) => key === row);
    const inCell = stops.indexOf(item);
    const toColumn = (n: number) => {
      const next = days[Math.max(0, Math.min(6, n))]!.day;
      const there = stopsOf(row, next);
      goToPlace({ row, day: next, item: there[Math.min(inCell, there.length - 1)]! });
    };
    const toLine = (n: number, isUp: boolean) => {
      const next = rows[n];
      if (next) goToPlace({ row: next.key, day, item: stopsOf(next.key, day).at(isUp ? -1 : 0)! });
    };
    switch (event.key) {
      case 'ArrowLeft':
        toColumn(column - 1);
        break;
      case 'ArrowRight':
        toColumn(column + 1);
        break;
      case 'Home':
        toColumn(0);
        break;
      case 'End':
        toColumn(6);
        break;
      case 'ArrowDown':
        if (inCell < stops.length - 1) goToPlace({ row, day, item: stops[inCell + 1]! });
        else toLine(line + 1, false);
        break;
      case 'ArrowUp':
        if (inCell > 0) goToPlace({ row, day, item: stops[inCell - 1]! });
        else toLine(line - 1, true);
        break;
      case 'PageUp':
      case 'PageDown': {
        const days7 = event.key === 'PageUp' ? -7 : 7;
        isTurning.current = true;
        setPlace({ row, day: addDays(day, days7), item: null });
        goTo(weekHref(weekOf(addDays(monday, days7))));
        break;
      }
      case 'n':
      case 'N':
        goTo(newHref(day, rows[line]!));
        break;
      case 'm':
      case 'M': {
        const shift = shifts.find(({ id }) => id === item);
        if (!shift) return;
        setMoving(shift);
        break;
      }
      default:
        return;
    }
    event.preventDefault();
  };

  const onFocusItem = useCallback((next: Place) => setPlace(next), []);
  const onToggle = useCallback(
    (id: string) =>
      setOpened((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const onDrag = useCallback((id: string | null) => {
    dragged.current = id;
  }, []);
  // Cells are kept as they are while others change: what they call stays the same.
  const latest = useRef({ move, shifts });
  useEffect(() => {
    latest.current = { move, shifts };
  });
  const onDrop = useCallback((toDay: string, toRow: RosterRow) => {
    const shift = latest.current.shifts.find(({ id }) => id === dragged.current);
    if (shift) latest.current.move(shift, toDay, toRow);
  }, []);

  return (
    <div>
      <div className={styles.bar}>
        <nav aria-label="Weeks" className={styles.weeks}>
          {[
            ['Previous week', weekOf(addDays(monday, -7)), '‹'],
            ['This week', weekOf(today), 'This week'],
            ['Next week', weekOf(addDays(monday, 7)), '›'],
          ].map(([label, week, text]) => (
            <Link
              key={label}
              href={weekHref(week!)}
              prefetch={false}
              aria-label={label === text ? undefined : label}
              aria-current={week === weekOf(monday) ? 'date' : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                goTo(weekHref(week!));
              }}
            >
              {text}
            </Link>
          ))}
        </nav>
        <WeekViews
          chosen={by}
          hrefOf={({ view, by: rows = null }) =>
            addressWith({ by: rows, view: view ?? null, ...(view === 'day' && { d: chosenDay }) })
          }
        />
      </div>
      <MutationProblem mutation={mutation} />
      <div className={styles.strip} role="group" aria-label="Days of the week">
        {days.map(({ day: each }) => {
          const { filled, total } = dayCount(shifts, each);
          return (
            <button
              key={each}
              type="button"
              aria-pressed={each === chosenDay}
              onClick={() => window.history.replaceState(null, '', addressWith({ d: each }))}
            >
              <span>{formatWeekday(new Date(each), { locale, timeZone: 'UTC' })}</span>
              <strong>{Number(each.slice(8))}</strong>
              <span className={total > filled ? styles.lacking : undefined}>
                {total > filled ? `${total - filled} open` : total > 0 ? 'full' : '–'}
              </span>
            </button>
          );
        })}
      </div>
      <div className="waiting" aria-busy={isChanging || mutation.isPending}>
        <div className={styles.frame}>
          <table
            ref={grid}
            role="grid"
            aria-label="Shifts of the week"
            aria-describedby="roster-keys"
            className={styles.grid}
            onKeyDown={onKeyDown}
          >
            <thead>
              <tr>
                <th scope="col" className={styles.corner}>
                  <span className="visually-hidden">{by === 'agent' ? 'Agent' : 'Qualification'}</span>
                </th>
                {days.map(({ day: each, hours }) => {
                  const { filled, total } = dayCount(shifts, each);
                  return (
                    <th
                      key={each}
                      scope="col"
                      data-chosen={each === chosenDay}
                      aria-current={each === today ? 'date' : undefined}
                    >
                      <Link
                        prefetch={false}
                        scroll={false}
                        href={addressWith({ view: 'day', d: each, by: null, shift: null, new: null })}
                      >
                        {dayText(each)}
                      </Link>
                      {total > 0 && (
                        <span className={filled < total ? styles.lacking : styles.count}>
                          {' '}
                          {filled}/{total}
                          <span className="visually-hidden"> filled</span>
                        </span>
                      )}
                      {hours !== 24 && <span className={styles.clocks}> {hours} h</span>}
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {rows.map((each) => (
                <tr key={each.key}>
                  <th scope="row">{each.label}</th>
                  {days.map(({ day: column }) => {
                    const cell = cells.get(`${each.key} ${column}`)!;
                    const isHere = each.key === row && column === day;
                    return (
                      <RosterCell
                        key={column}
                        row={each}
                        day={column}
                        dayText={dayText(column)}
                        isChosen={column === chosenDay}
                        isToday={column === today}
                        items={cell.items}
                        until={cell.until}
                        by={by}
                        opened={opened}
                        place={isHere ? (item ?? 'cell') : null}
                        recordHref={recordHref}
                        newHref={newHref}
                        onFocusItem={onFocusItem}
                        onToggle={onToggle}
                        onMove={setMoving}
                        onDrag={onDrag}
                        onDrop={onDrop}
                      />
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <p id="roster-keys" className={styles.keys}>
        Arrows go from shift to shift, Page Up and Page Down to other weeks. Enter opens, N adds, M moves,
        Ctrl Z undoes.
      </p>
      {moving && (
        <MoveDialog
          shift={moving}
          days={days.map(({ day: each }) => ({ value: each, label: dayText(each) }))}
          rows={targets}
          rowLabel={by === 'agent' ? 'Agent' : 'Qualification'}
          onMove={(toDay, toRow) => {
            wantsFocus.current = true;
            move(moving, toDay, toRow);
          }}
          onClose={() => {
            wantsFocus.current = true;
            setMoving(null);
          }}
        />
      )}
    </div>
  );
}

/** A move as the roster shows it before it is done. */
interface Shown {
  readonly id: string;
  readonly day: string;
  readonly row: string;
}

/** A move, the row it is shown in, the way back, and the words for it. */
interface Moving {
  readonly move: ShiftMove;
  readonly row: string;
  readonly back: Pick<ShiftMove, 'day' | 'row'>;
  readonly text: string;
}

const rowOf = (by: RosterBy, target: string | null): ShiftMove['row'] =>
  by === 'qualification' ? { by, code: target } : { by, agentId: target };

/** The day on which a shift ends when it starts on another. */
const laterDay = (shift: RosterShift, day: string): string =>
  addDays(day, Math.round((Date.parse(shift.lastDay) - Date.parse(shift.day)) / 86_400_000));
