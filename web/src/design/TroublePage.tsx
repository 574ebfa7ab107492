import type { Trouble } from '../graph/outcome.ts';
import { currentSession } from '../session/currentSession.ts';
import { Page } from './Page.tsx';
import { TroubleState } from './TroubleState.tsx';

/** In place of a page whose main part did not come: what happened, and the way on. */
export async function TroublePage({ title, trouble }: { title: string; trouble: Trouble }) {
  const { path } = await currentSession();
  return (
    <Page title={title}>
      <TroubleState trouble={trouble} path={path} />
    </Page>
  );
}
