import type { Metadata } from 'next';
import type { SearchParameters } from '../../../design/listParameters.ts';
import { OwnShifts } from '../../../features/work/OwnShifts.tsx';

export const metadata: Metadata = { title: 'My shifts' };

export default async function OwnShiftsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  return <OwnShifts parameters={await searchParams} />;
}
