'use client';

import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { addDays } from '../../design/calendar.ts';
import { DayField } from '../../design/DayField.tsx';
import { formatDay, formatDuration, formatTime } from '../../design/format.ts';
import { TimeField } from '../../design/TimeField.tsx';
import { type DraftField, draftLabels, draftTimes, type ShiftDraft } from './shiftDraft.ts';
import styles from './ShiftFields.module.css';

/** A qualification to choose. */
export interface QualificationChoice {
  readonly code: string;
  readonly displayName: string;
  readonly isKnown: boolean;
  readonly parents: readonly { code: string }[];
}

/** The fields of a shift: when it is by the clocks of the facility, what it takes, what to know. */
export function ShiftFields({
  draft,
  onChange,
  problemOf,
  idOf,
  qualifications,
  timeZone,
  today,
  locale,
  isPlaceholder = false,
}: {
  draft: ShiftDraft;
  onChange: (changes: Partial<ShiftDraft>) => void;
  problemOf: (field: DraftField) => string | undefined;
  idOf: (field: DraftField) => string;
  qualifications: readonly QualificationChoice[];
  timeZone: string;
  today: string;
  locale: string;
  isPlaceholder?: boolean;
}) {
  const propsOf = (field: DraftField) => ({
    id: idOf(field),
    label: draftLabels[field],
    error: problemOf(field),
  });
  const known = qualifications.some(({ code }) => code === draft.qualification);
  return (
    <>
      <DayField
        {...propsOf('day')}
        value={draft.day || null}
        today={today}
        onChange={(day) => onChange({ day: day ?? '' })}
      />
      <div className={styles.times}>
        <TimeField
          {...propsOf('from')}
          value={draft.from || null}
          onChange={(from) => onChange({ from: from ?? '', fromIsSecond: false })}
        />
        <TimeField
          {...propsOf('to')}
          value={draft.to || null}
          onChange={(to) => onChange({ to: to ?? '', toIsSecond: false })}
        />
      </div>
      <Meaning draft={draft} onChange={onChange} timeZone={timeZone} locale={locale} />
      {!isPlaceholder && (
        <NativeSelect
          {...propsOf('qualification')}
          value={draft.qualification}
          onChange={(event) => onChange({ qualification: event.currentTarget.value })}
          data={[
            { value: '', label: 'Any' },
            ...(known || draft.qualification === ''
              ? []
              : [{ value: draft.qualification, label: draft.qualification }]),
            ...qualifications
              .filter(({ code, isKnown }) => isKnown || code === draft.qualification)
              .map(({ code, displayName, parents }) => ({
                value: code,
                label: `${'\u2003'.repeat(parents.length)}${displayName}`,
              })),
          ]}
        />
      )}
      <TextInput
        {...propsOf('breakMinutes')}
        inputMode="numeric"
        autoComplete="off"
        value={draft.breakMinutes}
        onChange={(event) => onChange({ breakMinutes: event.currentTarget.value })}
      />
      <Textarea
        {...propsOf('note')}
        description="For whoever works it"
        rows={3}
        maxLength={2_000}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}

/** What the times mean: when it ends and how long it is; a time that comes twice is for the person to choose of. */
function Meaning({
  draft,
  onChange,
  timeZone,
  locale,
}: {
  draft: ShiftDraft;
  onChange: (changes: Partial<ShiftDraft>) => void;
  timeZone: string;
  locale: string;
}) {
  if (draft.day === '' || draft.from === '' || draft.to === '') {
    // In the place of what comes, so that nothing moves away under a pointer.
    return <p className={styles.meaning}>24 hours at most; an end before the start is on the next day.</p>;
  }
  const times = draftTimes(draft, timeZone, locale);
  if (times.kind === 'problem') {
    return (
      <p className={styles.problem} role="alert">
        {times.message}
      </p>
    );
  }
  const reader = { locale, timeZone };
  return (
    <>
      {times.twice.map((field) => {
        const name = field === 'from' ? 'fromIsSecond' : 'toIsSecond';
        const isEnd = field === 'to';
        const day = isEnd && draft.to <= draft.from ? addDays(draft.day, 1) : draft.day;
        const dayText = formatDay(new Date(`${day}T12:00Z`), { locale, timeZone: 'UTC' });
        return (
          <fieldset key={field} className={styles.twice}>
            <legend>
              {draft[field]} comes twice on {dayText}, since clocks go back. Which one is meant?
            </legend>
            {[false, true].map((isSecond) => (
              <label key={String(isSecond)}>
                <input
                  type="radio"
                  name={name}
                  checked={draft[name] === isSecond}
                  onChange={() => onChange({ [name]: isSecond })}
                />
                {isSecond ? 'The second, after clocks go back' : 'The first, before clocks go back'}
              </label>
            ))}
          </fieldset>
        );
      })}
      <p className={styles.meaning}>
        Ends {formatDay(times.endsAt, reader)}, {formatTime(times.endsAt, reader)}:{' '}
        {formatDuration(times.startsAt, times.endsAt)}
      </p>
    </>
  );
}
