import type { Metadata } from 'next';
import { OwnThings } from '../../../features/workshops/OwnThings.tsx';

export const metadata: Metadata = { title: 'What I bring' };

export default function OwnThingsRoute() {
  return <OwnThings />;
}
