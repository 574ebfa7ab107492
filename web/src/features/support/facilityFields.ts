import type { RecordField } from '../../design/records/recordFields.ts';

/** The form of a facility. The zone is typed: 400 of them would have to be sent with every page. */
export const facilityFields: readonly RecordField[] = [
  { name: 'name', label: 'Name', kind: 'text', isRequired: true },
  {
    name: 'timeZone',
    label: 'Time zone',
    kind: 'text',
    isRequired: true,
    description: 'By its IANA name, for example Europe/London. Times of shifts are by its clocks.',
  },
  { name: 'address', label: 'Address', kind: 'longText' },
  { name: 'contactName', label: 'Contact', kind: 'text' },
  { name: 'contactEmail', label: 'Email', kind: 'email' },
  {
    name: 'contactPhone',
    label: 'Phone',
    kind: 'phone',
    description: 'With the country, for example +44 20 7946 0018',
  },
];
