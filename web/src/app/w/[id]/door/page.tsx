import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../design/listParameters.ts';
import { Door } from '../../../../features/workshops/Door.tsx';

export const metadata: Metadata = { title: 'At the door' };

export default async function DoorRoute({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
}) {
  return <Door id={(await params).id} parameters={await searchParams} />;
}
