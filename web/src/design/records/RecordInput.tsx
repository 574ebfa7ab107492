'use client';

import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { DayField } from '../DayField.tsx';
import { TimeField } from '../TimeField.tsx';
import type { RecordField } from './recordFields.ts';
import { pickRecords } from './pickRecords.ts';
import { RecordPicker } from './RecordPicker.tsx';

/** The control for a field of a record. */
export function RecordInput({
  field: { name, label, kind, description, isRequired, options = [], of, find },
  id,
  value,
  error,
  isFirst = false,
  onChange,
}: {
  field: RecordField;
  id: string;
  value: string;
  error?: string;
  /** Whether it has the focus when the form opens. */
  isFirst?: boolean;
  onChange: (value: string) => void;
}) {
  const shared = {
    id,
    name,
    label,
    description,
    error,
    value,
    required: isRequired,
    withAsterisk: false,
    'data-autofocus': isFirst || undefined,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  switch (kind) {
    case 'longText':
      return <Textarea {...shared} rows={4} />;
    case 'choice':
      return (
        <NativeSelect
          {...shared}
          data={
            options.some((option) => option.value === value) ? options : [{ value, label: value }, ...options]
          }
        />
      );
    case 'record':
      return (
        <RecordPicker
          label={label}
          find={find ?? ((text) => pickRecords({ of: of!, text }))}
          isListed={find !== undefined}
          error={error}
          isFirst={isFirst}
          onChange={onChange}
        />
      );
    case 'number':
      return <TextInput {...shared} inputMode="decimal" autoComplete="off" />;
    case 'day':
      return <DayField {...shared} value={value || null} onChange={(day) => onChange(day ?? '')} />;
    case 'time':
      return <TimeField {...shared} value={value || null} onChange={(time) => onChange(time ?? '')} />;
    default:
      return (
        <TextInput
          {...shared}
          type={kind === 'phone' ? 'tel' : kind === 'email' ? 'email' : 'text'}
          autoComplete="off"
        />
      );
  }
}
