import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { Page } from '../../design/Page.tsx';
import { explorerPath, readExplorer } from '../../session/explorerSession.ts';
import { ExplorerEditor } from './ExplorerEditor.tsx';

/** GraphiQL with the rights of whoever is signed in; it gets a session of its own when it is first opened. */
export async function Explorer() {
  // A page cannot keep new tokens: they are refreshed when an operation is sent.
  if (!(await readExplorer(await cookies())))
    redirect(`/auth/sign-in?client=explorer&to=${encodeURIComponent(explorerPath)}`);
  return (
    <Page title="Explorer" note="Operations run with your rights, changes included">
      <ExplorerEditor graph={`${explorerPath}/graph`} />
    </Page>
  );
}
