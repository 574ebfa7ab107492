import type { ChosenFacility } from '../graph/chosenFacility.ts';
import type { Outcome } from '../graph/outcome.ts';
import { EmptyState } from './EmptyState.tsx';
import { Page } from './Page.tsx';
import { TroublePage } from './TroublePage.tsx';

/** In place of a page of a facility, when none is there to show. */
export function MissingFacility({ title, chosen }: { title: string; chosen: Outcome<ChosenFacility> }) {
  if (chosen.kind !== 'data') return <TroublePage title={title} trouble={chosen} />;
  return (
    <Page title={title} down={chosen.down}>
      <EmptyState>Your organisation runs no facility yet. Support staff add the first one.</EmptyState>
    </Page>
  );
}
