import type { Metadata } from 'next';
import type { SearchParameters } from '../../design/listParameters.ts';
import { Programme } from '../../features/workshops/Programme.tsx';

export const metadata: Metadata = { title: 'Workshops' };

export default async function ProgrammeRoute({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  return <Programme parameters={await searchParams} />;
}
