import type { WorkshopDetailsFragment } from '../../../generated/graphql.ts';
import { dayIn, timeIn } from '../../design/calendar.ts';
import type { RecordField, RecordValues } from '../../design/records/recordFields.ts';

/** The form of a workshop, by the clocks of its zone. */
export const workshopFields: readonly RecordField[] = [
  { name: 'title', label: 'Title', kind: 'text', isRequired: true },
  { name: 'description', label: 'What it is about', kind: 'longText' },
  { name: 'place', label: 'Place', kind: 'text', description: 'For example a street and a room' },
  { name: 'link', label: 'Address on the web', kind: 'text', description: 'Begins with https' },
  { name: 'startDay', label: 'Start, day', kind: 'day', isRequired: true },
  {
    name: 'startTime',
    label: 'Start, time',
    kind: 'time',
    isRequired: true,
    description: 'For example 9 or 09:30',
  },
  { name: 'endDay', label: 'End, day', kind: 'day', isRequired: true },
  { name: 'endTime', label: 'End, time', kind: 'time', isRequired: true },
  {
    name: 'timeZone',
    label: 'Time zone',
    kind: 'text',
    isRequired: true,
    description: 'By its IANA name, for example Europe/London. The times above are by its clocks.',
  },
  { name: 'capacity', label: 'Seats', kind: 'number', isRequired: true },
  {
    name: 'offerHours',
    label: 'A seat is held for the next in line, in hours',
    kind: 'number',
    isRequired: true,
  },
];

/** A workshop as its form has it. */
export function workshopValues(workshop: WorkshopDetailsFragment): RecordValues {
  const { title, description, place, link, timeZone, startsAt, endsAt, capacity, offerHours } = workshop;
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  return {
    title,
    description: description ?? '',
    place: place ?? '',
    link: link ?? '',
    startDay: dayIn(start, timeZone),
    startTime: timeIn(start, timeZone),
    endDay: dayIn(end, timeZone),
    endTime: timeIn(end, timeZone),
    timeZone,
    capacity: String(capacity),
    offerHours: String(offerHours),
  };
}
