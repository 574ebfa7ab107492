import type { Metadata } from 'next';
import { Explorer } from '../../../features/explorer/Explorer.tsx';

export const metadata: Metadata = { title: 'Explorer' };

export default function ExplorerPage() {
  return <Explorer />;
}
