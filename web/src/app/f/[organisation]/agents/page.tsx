import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../design/listParameters.ts';
import { AgentDirectory } from '../../../../features/agents/AgentDirectory.tsx';

export const metadata: Metadata = { title: 'Agents' };

export default async function AgentDirectoryPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  return <AgentDirectory parameters={await searchParams} />;
}
