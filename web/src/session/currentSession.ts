import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { areaOf, type Area } from './area.ts';
import { pathHeader } from './requestHeaders.ts';
import type { Session } from './session.ts';
import { sessionOfArea } from './sessionOfArea.ts';

/** The area of the page or action that is asked for, and who is signed in there. */
export interface Current {
  /** The path with its search, to come back to. */
  readonly path: string;
  readonly area: Area;
  readonly session: Session | null;
}

/**
 * Who asks, for pages and actions; the proxy has refreshed the session before.
 *
 * @throws Error outside of an area: pages there serve everybody.
 */
export const currentSession = cache(async (): Promise<Current> => {
  const path = (await headers()).get(pathHeader) ?? '/';
  const area = areaOf(path.split('?', 1)[0]!);
  if (!area) throw new Error(`${path} lies in no area, where nobody is signed in.`);
  const found = await sessionOfArea(await cookies(), area);
  return { path, area, session: found?.session ?? null };
});
