import type { Metadata } from 'next';
import type { SearchParameters } from '../../../design/listParameters.ts';
import { OwnWorkshops } from '../../../features/workshops/OwnWorkshops.tsx';

export const metadata: Metadata = { title: 'My workshops' };

export default async function OwnWorkshopsRoute({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  return <OwnWorkshops parameters={await searchParams} />;
}
