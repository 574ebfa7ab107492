import Link from 'next/link';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Page } from '../../design/Page.tsx';
import { TroubleState } from '../../design/TroubleState.tsx';
import type { Outcome, Trouble } from '../../graph/outcome.ts';

/** In place of a record that there is not, or that could not be asked for. */
export function MissingRecord({
  title,
  list,
  outcome,
  path,
}: {
  title: string;
  /** The address of the list of such records. */
  list: string;
  outcome: Outcome<unknown>;
  path: string;
}) {
  return (
    <Page title={title}>
      {outcome.kind === 'data' && outcome.down.length === 0 ? (
        <EmptyState action={<Link href={list}>Look in the list</Link>}>
          There is no such record any more. It may have been deleted.
        </EmptyState>
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
