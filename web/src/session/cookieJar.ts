import type { OidcClient } from './provider.ts';
import { settings } from '../env.ts';
import { seal, unseal } from './seal.ts';
import { type Session, session } from './session.ts';

/** Browsers refuse cookies of more than 4,096 bytes, name and attributes included. */
const chunkSize = 3_500;
/** As long as refresh tokens live at most; a session ends earlier with its refresh token. */
const sessionSeconds = 24 * 60 * 60;
const signInSeconds = 60 * 60;

/** A cookie to set, or with `maxAge` 0 to remove. */
export interface CookieToSet {
  name: string;
  value: string;
  path: '/';
  httpOnly: true;
  sameSite: 'lax';
  secure: boolean;
  maxAge: number;
}

/** Cookies as a request brought them. */
export interface RequestCookies {
  getAll(): readonly { name: string; value: string }[];
}

const isSecure = () => settings().webUrl.startsWith('https:');
/** The prefix binds a cookie to this host and to https (RFC 6265bis, section 4.1.3.2). */
const prefix = () => (isSecure() ? '__Host-guildhall.' : 'guildhall.');
const sessionName = (key: string) => `${prefix()}session.${key}`;
const signInName = (state: string) => `${prefix()}sign-in.${state}`;

function cookie(name: string, value: string, maxAge: number): CookieToSet {
  return { name, value, path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(), maxAge };
}

/** The session of an area, by its key; null when there is none. */
export async function readSession(cookies: RequestCookies, key: string): Promise<Session | null> {
  const name = sessionName(key);
  const chunks = cookies
    .getAll()
    .filter((each) => each.name.replace(/\.\d+$/, '') === name)
    .toSorted((a, b) => chunkNumber(a.name) - chunkNumber(b.name));
  if (chunks.length === 0) return null;
  const sealed = chunks.map(({ value }) => value).join('');
  const opened = await unseal(sealed, { purpose: `session ${key}`, secrets: settings().sessionSecrets });
  return session.safeParse(opened).data ?? null;
}

/** Every session that a request brought, by the key of its area, the latest begun first. */
export async function readSessions(cookies: RequestCookies): Promise<[string, Session][]> {
  const start = sessionName('');
  const keys = new Set(
    cookies
      .getAll()
      .filter(({ name }) => name.startsWith(start))
      .map(({ name }) => name.slice(start.length).replace(/\.\d+$/, '')),
  );
  const read = await Promise.all(
    [...keys].map(async (key): Promise<[string, Session | null]> => [key, await readSession(cookies, key)]),
  );
  return read
    .filter((entry): entry is [string, Session] => entry[1] !== null)
    .toSorted(([, a], [, b]) => b.begunAt - a.begunAt);
}

/** The cookies that keep a session, and those that remove what an earlier, longer one leaves. */
export async function writeSession(
  cookies: RequestCookies,
  key: string,
  value: Session,
): Promise<CookieToSet[]> {
  const sealed = await seal(value, {
    purpose: `session ${key}`,
    seconds: sessionSeconds,
    secrets: settings().sessionSecrets,
  });
  const count = Math.ceil(sealed.length / chunkSize);
  const written = Array.from({ length: count }, (_, n) =>
    cookie(`${sessionName(key)}.${n}`, sealed.slice(n * chunkSize, (n + 1) * chunkSize), sessionSeconds),
  );
  const names = new Set(written.map(({ name }) => name));
  return [...written, ...removeSession(cookies, key).filter(({ name }) => !names.has(name))];
}

/** Cookies that remove a session. */
export function removeSession(cookies: RequestCookies, key: string): CookieToSet[] {
  return cookies
    .getAll()
    .filter(({ name }) => name.replace(/\.\d+$/, '') === sessionName(key))
    .map(({ name }) => cookie(name, '', 0));
}

/** What has to be known when the identity provider sends a person back. */
export interface BegunSignIn {
  verifier: string;
  nonce: string;
  returnTo: string;
  /** As whom; its pages when left out. */
  client?: OidcClient;
}

/** A cookie that remembers a sign-in until the provider sends the person back; each has its own, by its state. */
export async function writeSignIn(state: string, begun: BegunSignIn): Promise<CookieToSet> {
  const sealed = await seal(begun, {
    purpose: `sign-in ${state}`,
    seconds: signInSeconds,
    secrets: settings().sessionSecrets,
  });
  return cookie(signInName(state), sealed, signInSeconds);
}

/** The sign-in that was begun with a state; null when this browser began none. */
export async function readSignIn(cookies: RequestCookies, state: string): Promise<BegunSignIn | null> {
  const found = cookies.getAll().find(({ name }) => name === signInName(state));
  if (!found) return null;
  const secrets = settings().sessionSecrets;
  return (await unseal(found.value, { purpose: `sign-in ${state}`, secrets })) as BegunSignIn | null;
}

/** A cookie that forgets it. */
export const removeSignIn = (state: string): CookieToSet => cookie(signInName(state), '', 0);

const chunkNumber = (name: string) => Number(/\.(\d+)$/.exec(name)?.[1] ?? 0);
