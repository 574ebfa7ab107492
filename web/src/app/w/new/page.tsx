import type { Metadata } from 'next';
import { NewWorkshop } from '../../../features/workshops/NewWorkshop.tsx';

export const metadata: Metadata = { title: 'New workshop' };

export default function NewWorkshopRoute() {
  return <NewWorkshop />;
}
