import type { Metadata } from 'next';
import { OwnCalendar } from '../../../features/calendar/OwnCalendar.tsx';

export const metadata: Metadata = { title: 'Calendar address' };

export default function OwnCalendarPage() {
  return <OwnCalendar />;
}
