import type { Metadata } from 'next';
import { FacilityRecord } from '../../../../features/facilities/FacilityRecord.tsx';
import { ShiftsAtFacility } from '../../../../features/work/ShiftsAtFacility.tsx';

export const metadata: Metadata = { title: 'Facility' };

export default async function FacilityRecordPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <FacilityRecord id={id}>
      <ShiftsAtFacility facilityId={id} />
    </FacilityRecord>
  );
}
