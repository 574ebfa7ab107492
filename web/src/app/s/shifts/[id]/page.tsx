import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../design/listParameters.ts';
import { ShiftRecord } from '../../../../features/support/ShiftRecord.tsx';

export const metadata: Metadata = { title: 'Shift' };

export default async function ShiftRecordPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
}) {
  return <ShiftRecord id={(await params).id} parameters={await searchParams} />;
}
