import type { Metadata } from 'next';
import { ConsoleOrganizers } from '../../../../../features/workshops/ConsoleOrganizers.tsx';

export const metadata: Metadata = { title: 'Organizers' };

export default async function ConsoleOrganizersRoute({ params }: { params: Promise<{ id: string }> }) {
  return <ConsoleOrganizers id={(await params).id} />;
}
