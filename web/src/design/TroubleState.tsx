import type { Trouble } from '../graph/outcome.ts';
import { sentenceOf } from './sentenceOf.ts';
import styles from './TroubleState.module.css';
import { TryAgain } from './TryAgain.tsx';

/** In place of a page's content: what happened, and the way on. Signing in comes back to `path`. */
export function TroubleState({ trouble, path }: { trouble: Trouble; path: string }) {
  return (
    <div className={styles.trouble} role="alert">
      <p>{sentenceOf(trouble)}</p>
      {trouble.kind === 'signedOut' ? (
        <a href={`/auth/sign-in?to=${encodeURIComponent(path)}`}>Sign in and go on</a>
      ) : (
        <TryAgain />
      )}
      {'requestId' in trouble && trouble.requestId && (
        <p className={styles.request}>Request {trouble.requestId}</p>
      )}
    </div>
  );
}
