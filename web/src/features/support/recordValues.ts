import { dateFormat } from '../../design/cachedFormats.ts';
import type {
  SupportAgentFieldsFragment,
  SupportFacilityFieldsFragment,
  SupportPersonFieldsFragment,
  SupportShiftFieldsFragment,
} from '../../../generated/graphql.ts';
import type { RecordValues } from '../../design/records/recordFields.ts';

// A record as its form has it: text, empty for nothing, by the names that refusals give the fields.

export const personValues = ({ name, contact }: SupportPersonFieldsFragment): RecordValues => ({
  name,
  'contact.email': contact?.email ?? '',
  'contact.phone': contact?.phone ?? '',
});

export const organisationValues = ({ name, kind }: { name: string; kind: string }): RecordValues => ({
  name,
  kind,
});

export const facilityValues = (facility: SupportFacilityFieldsFragment): RecordValues => ({
  name: facility.name,
  timeZone: facility.timeZone,
  address: facility.address ?? '',
  contactName: facility.contact?.name ?? '',
  contactEmail: facility.contact?.email ?? '',
  contactPhone: facility.contact?.phone ?? '',
});

export const agentValues = ({ homeArea, phone }: SupportAgentFieldsFragment): RecordValues => ({
  homeArea: homeArea ?? '',
  phone: phone ?? '',
});

/** Times by the clocks of the facility. */
export function shiftValues(shift: SupportShiftFieldsFragment): RecordValues {
  const wall = (instant: string) =>
    dateFormat('sv-SE', {
      timeZone: shift.facility.timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    })
      .format(new Date(instant))
      .split(' ') as [string, string];
  const [startDay, startTime] = wall(shift.startsAt);
  const [endDay, endTime] = wall(shift.endsAt);
  return {
    startDay,
    startTime,
    endDay,
    endTime,
    qualification: shift.qualification?.code ?? '',
    breakMinutes: String(shift.breakMinutes),
    note: shift.note ?? '',
  };
}
