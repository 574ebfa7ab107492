import type { Metadata } from 'next';
import type { SearchParameters } from '../../../design/listParameters.ts';
import { PersonList } from '../../../features/support/PersonList.tsx';

export const metadata: Metadata = { title: 'People' };

export default async function PersonListPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  return <PersonList parameters={await searchParams} />;
}
