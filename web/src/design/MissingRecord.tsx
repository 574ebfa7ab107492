import type { ReactNode } from 'react';
import type { Outcome, Trouble } from '../graph/outcome.ts';
import { EmptyState } from './EmptyState.tsx';
import { Page } from './Page.tsx';
import { TroubleState } from './TroubleState.tsx';

/**
 * In place of a record that there is not, or that could not be asked for.
 *
 * @param children the sentence that says it is not there.
 * @param action where to look instead.
 */
export function MissingRecord({
  title,
  outcome,
  path,
  action,
  children,
}: {
  title: string;
  outcome: Outcome<unknown>;
  path: string;
  action: ReactNode;
  children: ReactNode;
}) {
  return (
    <Page title={title}>
      {outcome.kind === 'data' && outcome.down.length === 0 ? (
        <EmptyState action={action}>{children}</EmptyState>
      ) : (
        <TroubleState trouble={troubleOf(outcome)} path={path} />
      )}
    </Page>
  );
}

const troubleOf = (outcome: Outcome<unknown>): Trouble =>
  outcome.kind === 'data'
    ? { kind: 'unavailable', service: outcome.down[0] ?? null, requestId: '' }
    : outcome;
