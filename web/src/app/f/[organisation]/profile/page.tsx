import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../design/listParameters.ts';
import { FacilityProfile } from '../../../../features/facilities/FacilityProfile.tsx';

export const metadata: Metadata = { title: 'Profile' };

export default async function FacilityProfilePage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  return <FacilityProfile parameters={await searchParams} />;
}
