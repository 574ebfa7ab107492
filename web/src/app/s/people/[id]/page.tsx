import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../design/listParameters.ts';
import { PersonRecord } from '../../../../features/support/PersonRecord.tsx';

export const metadata: Metadata = { title: 'Person' };

export default async function PersonRecordPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
}) {
  return <PersonRecord id={(await params).id} parameters={await searchParams} />;
}
