import type { Metadata } from 'next';
import type { SearchParameters } from '../../../design/listParameters.ts';
import { WorkshopPage } from '../../../features/workshops/WorkshopPage.tsx';

export const metadata: Metadata = { title: 'Workshop' };

export default async function WorkshopPageRoute({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
}) {
  return <WorkshopPage id={(await params).id} parameters={await searchParams} />;
}
