import type { FacilityFieldsFragment } from '../../../generated/graphql.ts';

/** A facility as its form has it: text, empty for nothing. The names are those of the mutation's input. */
export interface FacilityValues {
  name: string;
  timeZone: string;
  address: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
}

export const facilityLabels: Readonly<Record<keyof FacilityValues, string>> = {
  name: 'Name',
  timeZone: 'Time zone',
  address: 'Address',
  contactName: 'Contact',
  contactEmail: 'Email',
  contactPhone: 'Phone',
};

export const facilityFieldNames = Object.keys(facilityLabels) as (keyof FacilityValues)[];

export function facilityValues({ name, timeZone, address, contact }: FacilityFieldsFragment): FacilityValues {
  return {
    name,
    timeZone,
    address: address ?? '',
    contactName: contact?.name ?? '',
    contactEmail: contact?.email ?? '',
    contactPhone: contact?.phone ?? '',
  };
}

/** What differs between two. */
export function changedFields(before: FacilityValues, after: FacilityValues): (keyof FacilityValues)[] {
  return facilityFieldNames.filter((name) => before[name] !== after[name]);
}
