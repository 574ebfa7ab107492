import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../design/listParameters.ts';
import { FacilityRecord } from '../../../../features/support/FacilityRecord.tsx';

export const metadata: Metadata = { title: 'Facility' };

export default async function FacilityRecordPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
}) {
  return <FacilityRecord id={(await params).id} parameters={await searchParams} />;
}
