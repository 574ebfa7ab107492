'use client';

import { TextInput, type TextInputProps } from '@mantine/core';
import { parseTime } from './parseTime.ts';
import { useTyped } from './useTyped.ts';

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  /** As `07:30`; null while nothing is typed. */
  value: string | null;
  onChange: (time: string | null) => void;
};

/** A time of day with 24 hours, whatever the browser's language; written out when the field is left. */
export function TimeField({ value, onChange, error, ...props }: Props) {
  const { isUnreadable, props: typing } = useTyped({ shown: value ?? '', read: parseTime, onChange });
  return (
    <TextInput
      autoComplete="off"
      inputMode="numeric"
      {...props}
      {...typing}
      error={isUnreadable ? 'This is no time: type it like 7, 0730 or 19:30.' : error}
    />
  );
}
