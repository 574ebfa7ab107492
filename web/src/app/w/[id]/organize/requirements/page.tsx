import type { Metadata } from 'next';
import { ConsoleRequirements } from '../../../../../features/workshops/ConsoleRequirements.tsx';

export const metadata: Metadata = { title: 'Requirements' };

export default async function ConsoleRequirementsRoute({ params }: { params: Promise<{ id: string }> }) {
  return <ConsoleRequirements id={(await params).id} />;
}
