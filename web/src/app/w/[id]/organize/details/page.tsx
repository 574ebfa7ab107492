import type { Metadata } from 'next';
import { ConsoleDetails } from '../../../../../features/workshops/ConsoleDetails.tsx';

export const metadata: Metadata = { title: 'Details' };

export default async function ConsoleDetailsRoute({ params }: { params: Promise<{ id: string }> }) {
  return <ConsoleDetails id={(await params).id} />;
}
