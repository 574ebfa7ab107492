import type { Area } from './area.ts';
import { readSession, readSessions, type RequestCookies } from './cookieJar.ts';
import { explorerKey } from './explorerSession.ts';
import type { Session } from './session.ts';

/**
 * Who is signed in where a path lies, and what that session is called: the session of the area, or where everybody may
 * go the one that was begun last. Null when nobody is.
 */
export async function sessionOfArea(
  cookies: RequestCookies,
  area: Area,
): Promise<{ key: string; session: Session } | null> {
  if (area.role !== 'everybody') {
    const session = await readSession(cookies, area.key);
    return session && { key: area.key, session };
  }
  const latest = (await readSessions(cookies)).find(([key]) => key !== explorerKey);
  return latest ? { key: latest[0], session: latest[1] } : null;
}
