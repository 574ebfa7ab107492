import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../design/listParameters.ts';
import { planDrawer } from '../../../../features/planning/planDrawer.tsx';
import { FacilityWeek } from '../../../../features/shifts/FacilityWeek.tsx';

export const metadata: Metadata = { title: 'Week' };

export default async function FacilityWeekPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const parameters = await searchParams;
  return <FacilityWeek parameters={parameters} planning={await planDrawer(parameters)} />;
}
