import type { Metadata } from 'next';
import type { SearchParameters } from '../../../design/listParameters.ts';
import { AgentList } from '../../../features/support/AgentList.tsx';

export const metadata: Metadata = { title: 'Agents' };

export default async function AgentListPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  return <AgentList parameters={await searchParams} />;
}
