import type { Metadata } from 'next';
import { Notice } from '../../design/Notice.tsx';
import { TellSignedIn } from '../../graph/TellSignedIn.tsx';

export const metadata: Metadata = { title: 'Signed in' };

/** Where a sign-in ends that was begun beside a form: the form's tab is told, and this one closes. */
export default function SignedIn() {
  return (
    <Notice title="Signed in">
      <p>You can close this tab and go on where you were.</p>
      <TellSignedIn />
    </Notice>
  );
}
