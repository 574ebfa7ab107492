import { randomBytes, randomUUID } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import { settings } from './env.ts';
import { type Area, areaOf } from './session/area.ts';
import { explorerPath } from './session/explorerSession.ts';
import { type CookieToSet, readSessions, removeSession, writeSession } from './session/cookieJar.ts';
import { needsRefresh, refreshSession } from './session/refreshSession.ts';
import { sessionOfArea } from './session/sessionOfArea.ts';
import { nonceHeader, pathHeader, requestIdHeader } from './session/requestHeaders.ts';

export const config = {
  matcher: [{ source: '/((?!_next/static|_next/image|healthz|icon.svg|explorer/assets/).*)' }],
};

/**
 * Everything that has to be settled before a page is rendered or an action runs: whether the request comes from this
 * site, who is signed in (a page cannot set cookies, so tokens are refreshed here), and what the browser may load.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { webUrl, issuer, isDevelopment } = settings();
  const { pathname, search } = request.nextUrl;

  if (isForeignPost(request, webUrl)) {
    return new NextResponse('This request came from another site, so nothing was done.', { status: 403 });
  }
  const host = request.headers.get('host');
  if (host !== new URL(webUrl).host && isRead(request)) {
    // Cookies and the provider know one name of this app.
    return NextResponse.redirect(`${webUrl}${pathname}${search}`, 307);
  }

  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy({
    nonce,
    issuer,
    isDevelopment,
    hasEditor: pathname === explorerPath,
  });
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set(nonceHeader, nonce);
  requestHeaders.set(pathHeader, `${pathname}${withoutRouterParameters(request)}`);
  requestHeaders.set('content-security-policy', policy);
  const given = request.headers.get(requestIdHeader) ?? '';
  const requestId = /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : randomUUID();
  requestHeaders.set(requestIdHeader, requestId);

  const area = areaOf(pathname);
  const entry = area ? await enter(request, area) : { kind: 'open' as const };
  const response =
    entry.kind === 'open'
      ? goOn(request, requestHeaders, entry.cookies)
      : turnAway(request, requestHeaders, entry);
  for (const cookie of entry.cookies ?? []) response.cookies.set(cookie);

  response.headers.set('content-security-policy', policy);
  response.headers.set('reporting-endpoints', `csp="${webUrl}/csp-reports"`);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('cross-origin-resource-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  response.headers.set(requestIdHeader, requestId);
  if (webUrl.startsWith('https:')) {
    response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  }
  return response;
}

type Entry =
  /** To be rendered, signed in or not: an action answers by itself that nobody is. */
  | { kind: 'open'; cookies?: CookieToSet[] }
  | { kind: 'signIn'; cookies?: CookieToSet[] }
  /** Signed in, but not in the role that this address is for. */
  | { kind: 'forbidden'; cookies?: CookieToSet[] };

async function enter(request: NextRequest, area: Area): Promise<Entry> {
  const found = await sessionOfArea(request.cookies, area);
  if (found && !needsRefresh(found.session)) return { kind: 'open' };
  if (found) {
    const { key, session } = found;
    const refreshed = await refreshSession(session);
    if (refreshed.kind === 'refreshed') {
      return { kind: 'open', cookies: await writeSession(request.cookies, key, refreshed.session) };
    }
    // While the provider does not answer, a token that still holds is used to its end.
    if (refreshed.kind === 'failed' && session.expiresAt > Date.now()) return { kind: 'open' };
    const cookies = removeSession(request.cookies, key);
    return isRead(request) ? { kind: 'signIn', cookies } : { kind: 'open', cookies };
  }
  if (!isRead(request)) return { kind: 'open' };
  const [latest] = await readSessions(request.cookies);
  if (!latest || area.role === 'everybody') return { kind: 'signIn' };
  const mayEnter = latest[1].memberships.some(
    ({ role, organisationId }) =>
      role === area.role && (area.organisationId === null || area.organisationId === organisationId),
  );
  return mayEnter ? { kind: 'signIn' } : { kind: 'forbidden' };
}

/** Hands a request on to its page, with the cookies as they are from now on. */
function goOn(request: NextRequest, headers: Headers, cookies: CookieToSet[] = []): NextResponse {
  if (cookies.length > 0) {
    const present = new Map(request.cookies.getAll().map(({ name, value }) => [name, value]));
    for (const { name, value, maxAge } of cookies) {
      if (maxAge === 0) present.delete(name);
      else present.set(name, value);
    }
    headers.set('cookie', [...present].map(([name, value]) => `${name}=${value}`).join('; '));
  }
  return NextResponse.next({ request: { headers } });
}

function turnAway(request: NextRequest, headers: Headers, { kind }: Entry): NextResponse {
  const { webUrl } = settings();
  // The router asks for parts of pages by fetch, which may not be sent on to the provider: it then loads the whole.
  if (request.headers.get('rsc') !== null) return new NextResponse(null, { status: 401 });
  if (kind === 'forbidden') {
    return NextResponse.rewrite(new URL('/forbidden', request.url), { status: 403, request: { headers } });
  }
  const to = encodeURIComponent(`${request.nextUrl.pathname}${request.nextUrl.search}`);
  return NextResponse.redirect(`${webUrl}/auth/sign-in?to=${to}`);
}

const isRead = ({ method }: NextRequest) => method === 'GET' || method === 'HEAD';

/** Whether another site has a browser send what changes something. Reports come from the browser itself. */
function isForeignPost(request: NextRequest, webUrl: string): boolean {
  if (isRead(request) || request.nextUrl.pathname === '/csp-reports') return false;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  return origin !== webUrl || (site !== null && site !== 'same-origin');
}

/** The search as people see it: the router adds a parameter of its own. */
function withoutRouterParameters(request: NextRequest): string {
  const parameters = new URLSearchParams(request.nextUrl.search);
  parameters.delete('_rsc');
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
