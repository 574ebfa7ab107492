'use client';

import { TextInput, type TextInputProps } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useId, useRef, useState } from 'react';
import styles from './DayField.module.css';
import { todayIn } from './calendar.ts';
import { formatDay } from './format.ts';
import { useLocale } from './locale.ts';
import { parseDay } from './parseDay.ts';
import { useTyped } from './useTyped.ts';

const DayCalendar = dynamic(async () => (await import('./DayCalendar.tsx')).DayCalendar, { ssr: false });

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  /** As `2026-10-24`; null while nothing is chosen. */
  value: string | null;
  onChange: (day: string | null) => void;
  /** By the clocks of the place that is meant; those of the reader where no place is. */
  today?: string;
};

/** A day as people type it, written out when the field is left, or chosen in a calendar that loads when it is opened. */
export function DayField({ value, onChange, today: given, description, error, id, ...props }: Props) {
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const ownId = useId();
  const fieldId = id ?? ownId;
  // Asked for when somebody types or chooses: only the browser knows where its reader is.
  const today = () => given ?? todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const isMonthFirst = /^\D*1\D+2/.test(new Intl.DateTimeFormat(locale).format(new Date(2026, 0, 2, 12)));
  const example = isMonthFirst ? 'For example 10/24, sat or +1' : 'For example 24/10, sat or +1';
  const shown =
    value === null ? '' : formatDay(new Date(`${value}T12:00Z`), { locale, timeZone: 'UTC' }, new Date(0));
  const {
    isUnreadable,
    forget,
    props: typing,
  } = useTyped({ shown, read: (text) => parseDay(text, today(), isMonthFirst), onChange });
  return (
    <div>
      <TextInput
        autoComplete="off"
        {...props}
        description={description === undefined ? example : description}
        id={fieldId}
        {...typing}
        error={isUnreadable ? 'This is no day: type it like 24/10/2026, or a weekday.' : error}
        rightSectionWidth="var(--opener)"
        classNames={{ wrapper: styles.wrapper }}
        rightSection={
          <button
            ref={opener}
            type="button"
            className={styles.opener}
            aria-label="Calendar"
            aria-describedby={`${fieldId}-label`}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
              <path
                d="M3 5h14v12H3zM3 9h14M7 3v4M13 3v4"
                fill="none"
                stroke="currentcolor"
                strokeWidth="1.5"
              />
            </svg>
          </button>
        }
      />
      {isOpen && (
        <DayCalendar
          value={value}
          today={today()}
          locale={locale}
          opener={opener}
          onChoose={(day) => {
            forget();
            onChange(day);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
