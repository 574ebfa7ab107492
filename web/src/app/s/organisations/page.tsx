import type { Metadata } from 'next';
import type { SearchParameters } from '../../../design/listParameters.ts';
import { OrganisationList } from '../../../features/support/OrganisationList.tsx';

export const metadata: Metadata = { title: 'Organisations' };

export default async function OrganisationListPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  return <OrganisationList parameters={await searchParams} />;
}
