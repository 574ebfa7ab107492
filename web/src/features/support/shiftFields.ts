import type { RecordField } from '../../design/records/recordFields.ts';

/** The form of a shift, by the clocks of its facility. */
export const shiftFields = (qualifications: RecordField['options'] = []): readonly RecordField[] => [
  { name: 'startDay', label: 'Start, day', kind: 'day', isRequired: true },
  {
    name: 'startTime',
    label: 'Start, time',
    kind: 'time',
    isRequired: true,
    description: 'For example 7 or 07:30',
  },
  { name: 'endDay', label: 'End, day', kind: 'day', isRequired: true },
  { name: 'endTime', label: 'End, time', kind: 'time', isRequired: true },
  {
    name: 'qualification',
    label: 'Qualification',
    kind: 'choice',
    options: [{ value: '', label: 'None needed' }, ...qualifications],
  },
  { name: 'breakMinutes', label: 'Break in minutes', kind: 'number' },
  { name: 'note', label: 'Note', kind: 'longText' },
];
