import type { Metadata } from 'next';
import type { SearchParameters } from '../../../design/listParameters.ts';
import { OwnHours } from '../../../features/work/OwnHours.tsx';

export const metadata: Metadata = { title: 'Hours' };

export default async function OwnHoursPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  return <OwnHours parameters={await searchParams} />;
}
