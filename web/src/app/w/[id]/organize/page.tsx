import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../design/listParameters.ts';
import { ConsoleParticipants } from '../../../../features/workshops/ConsoleParticipants.tsx';

export const metadata: Metadata = { title: 'Participants' };

export default async function ConsoleParticipantsRoute({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
}) {
  return <ConsoleParticipants id={(await params).id} parameters={await searchParams} />;
}
