import type { Metadata } from 'next';
import { OwnProfile } from '../../../features/profile/OwnProfile.tsx';

export const metadata: Metadata = { title: 'Profile' };

export default function OwnProfilePage() {
  return <OwnProfile />;
}
