import type { Metadata } from 'next';
import type { SearchParameters } from '../../../design/listParameters.ts';
import { FlagQueue } from '../../../features/flags/FlagQueue.tsx';

export const metadata: Metadata = { title: 'Flags' };

export default async function FlagQueuePage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  return <FlagQueue parameters={await searchParams} />;
}
