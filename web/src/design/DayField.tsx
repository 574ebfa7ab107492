'use client';

import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from './format.ts';
import { parseDay } from './parseDay.ts';

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  /** As `2026-10-24`; null while nothing is chosen. */
  value: string | null;
  onChange: (day: string | null) => void;
  /** By the clocks of the place that is meant. */
  today: string;
  /** Of the reader. */
  locale: string;
};

/** A day as people type it, written out when the field is left. */
export function DayField({ value, onChange, today, locale, error, ...props }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const isMonthFirst = /^\D*1\D+2/.test(new Intl.DateTimeFormat(locale).format(new Date(2026, 0, 2, 12)));
  const shown =
    value === null ? '' : formatDay(new Date(`${value}T12:00Z`), { locale, timeZone: 'UTC' }, new Date(0));
  const leave = () => {
    if (typed === null) return;
    const day = typed.trim() === '' ? null : parseDay(typed, today, isMonthFirst);
    setWrong(typed.trim() !== '' && day === null);
    if (typed.trim() !== '' && day === null) return;
    setTyped(null);
    onChange(day);
  };
  return (
    <TextInput
      autoComplete="off"
      description={isMonthFirst ? 'For example 10/24, sat or +1' : 'For example 24/10, sat or +1'}
      {...props}
      value={typed ?? shown}
      error={error ?? (isWrong && 'This is no day: type it like 24/10/2026, or a weekday.')}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}
