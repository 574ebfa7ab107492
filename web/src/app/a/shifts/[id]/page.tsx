import type { Metadata } from 'next';
import { ShiftRecord } from '../../../../features/work/ShiftRecord.tsx';

export const metadata: Metadata = { title: 'Shift' };

export default async function ShiftRecordPage({ params }: { params: Promise<{ id: string }> }) {
  return <ShiftRecord id={(await params).id} />;
}
