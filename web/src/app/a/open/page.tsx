import type { Metadata } from 'next';
import type { SearchParameters } from '../../../design/listParameters.ts';
import { OpenShifts } from '../../../features/work/OpenShifts.tsx';

export const metadata: Metadata = { title: 'Open shifts' };

export default async function OpenShiftsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  return <OpenShifts parameters={await searchParams} />;
}
