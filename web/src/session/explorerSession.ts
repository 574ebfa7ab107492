import { readSession, type CookieToSet, type RequestCookies, writeSession } from './cookieJar.ts';
import { needsRefresh, refreshSession } from './refreshSession.ts';
import type { Session } from './session.ts';

/** Where the explorer is. Its page has a session of its own, as the client that is bound to no operations. */
export const explorerPath = '/s/explorer';

/** What that session is called among those of the areas. */
export const explorerKey = 'explorer';

/** The key of the area whose people may open it. */
const supportKey = 's';

/**
 * Who explores; null when nobody does. It lives no longer than the sign-in that it was begun from, and belongs to the
 * same person and organisation.
 */
export async function readExplorer(cookies: RequestCookies): Promise<Session | null> {
  const [support, session] = await Promise.all([
    readSession(cookies, supportKey),
    readSession(cookies, explorerKey),
  ]);
  const isSame = support?.subject === session?.subject && support?.organisationId === session?.organisationId;
  return support && isSame ? session : null;
}

/** The same with a token that holds, and the cookies that keep the session from now on; null when it is over. */
export async function currentExplorer(
  cookies: RequestCookies,
): Promise<{ session: Session; cookies: CookieToSet[] } | null> {
  const session = await readExplorer(cookies);
  if (!session) return null;
  if (!needsRefresh(session)) return { session, cookies: [] };
  const refreshed = await refreshSession(session, undefined, 'explorer');
  if (refreshed.kind === 'refreshed') {
    return {
      session: refreshed.session,
      cookies: await writeSession(cookies, explorerKey, refreshed.session),
    };
  }
  return refreshed.kind === 'failed' && session.expiresAt > Date.now() ? { session, cookies: [] } : null;
}
