import type { Metadata } from 'next';
import { Door } from '../../../../features/workshops/Door.tsx';

export const metadata: Metadata = { title: 'At the door' };

export default async function DoorRoute({ params }: { params: Promise<{ id: string }> }) {
  return <Door id={(await params).id} />;
}
