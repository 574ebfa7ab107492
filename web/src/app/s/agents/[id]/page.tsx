import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../design/listParameters.ts';
import { AgentRecord } from '../../../../features/support/AgentRecord.tsx';

export const metadata: Metadata = { title: 'Agent' };

export default async function AgentRecordPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
}) {
  return <AgentRecord id={(await params).id} parameters={await searchParams} />;
}
