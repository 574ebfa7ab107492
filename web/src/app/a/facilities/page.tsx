import type { Metadata } from 'next';
import type { SearchParameters } from '../../../design/listParameters.ts';
import { FacilityDirectory } from '../../../features/facilities/FacilityDirectory.tsx';

export const metadata: Metadata = { title: 'Facilities' };

export default async function FacilityDirectoryPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  return <FacilityDirectory parameters={await searchParams} />;
}
