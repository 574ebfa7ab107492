import Link from 'next/link';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Page } from '../../design/Page.tsx';
import { TroubleState } from '../../design/TroubleState.tsx';
import type { Outcome } from '../../graph/outcome.ts';

/** In place of a workshop that there is not, that is not for the reader, or that could not be asked for. */
export function MissingWorkshop({ outcome, path }: { outcome: Outcome<unknown>; path: string }) {
  const isUnknown = outcome.kind === 'data' && outcome.down.length === 0;
  return (
    <Page title="Workshop">
      {isUnknown ? (
        <EmptyState action={<Link href="/w">See the workshops</Link>}>
          There is no such workshop that you may see.
        </EmptyState>
      ) : (
        <TroubleState
          trouble={
            outcome.kind === 'data'
              ? { kind: 'unavailable', service: outcome.down[0] ?? null, requestId: '' }
              : outcome
          }
          path={path}
        />
      )}
    </Page>
  );
}
