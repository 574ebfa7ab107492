import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../design/listParameters.ts';
import { ShiftList } from '../../../../features/shifts/ShiftList.tsx';

export const metadata: Metadata = { title: 'Shifts' };

export default async function ShiftListPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  return <ShiftList parameters={await searchParams} />;
}
