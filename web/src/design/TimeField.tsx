'use client';

import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { parseTime } from './parseTime.ts';

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  /** As `07:30`; null while nothing is typed. */
  value: string | null;
  onChange: (time: string | null) => void;
};

/** A time of day with 24 hours, whatever the browser's language; written out when the field is left. */
export function TimeField({ value, onChange, error, ...props }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const leave = () => {
    if (typed === null) return;
    const time = typed.trim() === '' ? null : parseTime(typed);
    setWrong(typed.trim() !== '' && time === null);
    if (typed.trim() !== '' && time === null) return;
    setTyped(null);
    onChange(time);
  };
  return (
    <TextInput
      autoComplete="off"
      inputMode="numeric"
      {...props}
      value={typed ?? value ?? ''}
      error={error ?? (isWrong && 'This is no time: type it like 7, 0730 or 19:30.')}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}
