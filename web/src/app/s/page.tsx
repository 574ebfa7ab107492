import type { Metadata } from 'next';
import type { SearchParameters } from '../../design/listParameters.ts';
import { SearchPage } from '../../features/search/SearchPage.tsx';

export const metadata: Metadata = { title: 'Search' };

export default async function SupportSearchPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  return <SearchPage parameters={await searchParams} />;
}
