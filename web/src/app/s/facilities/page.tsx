import type { Metadata } from 'next';
import type { SearchParameters } from '../../../design/listParameters.ts';
import { FacilityList } from '../../../features/facilities/FacilityList.tsx';

export const metadata: Metadata = { title: 'Facilities' };

export default async function FacilityListPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  return <FacilityList parameters={await searchParams} />;
}
