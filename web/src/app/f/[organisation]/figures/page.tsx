import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../design/listParameters.ts';
import { WeekFigures } from '../../../../features/figures/WeekFigures.tsx';

export const metadata: Metadata = { title: 'Figures' };

export default async function WeekFiguresPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  return <WeekFigures parameters={await searchParams} />;
}
