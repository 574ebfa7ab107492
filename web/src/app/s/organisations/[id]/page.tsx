import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../design/listParameters.ts';
import { OrganisationRecord } from '../../../../features/support/OrganisationRecord.tsx';

export const metadata: Metadata = { title: 'Organisation' };

export default async function OrganisationRecordPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
}) {
  return <OrganisationRecord id={(await params).id} parameters={await searchParams} />;
}
