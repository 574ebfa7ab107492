import * as oidc from 'openid-client';
import { Problem } from '../problem.ts';
import { commandLineClient, commandLineRedirect } from './clients.ts';

/** What signing in gives. */
export interface SignedIn {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly idToken: string | undefined;
}

/**
 * Signs in at the local provider as a browser would, by its pages: authorization code with PKCE.
 *
 * @param options.subject whom to sign in as.
 * @param options.organisation the id of the organisation to act for; needed by those who belong to several.
 * @param options.scopes what to ask for; the role may allow less.
 * @throws Problem when the provider does not answer, or refuses.
 */
export async function signIn({
  issuer,
  subject,
  organisation,
  scopes,
}: {
  issuer: string;
  subject: string;
  organisation?: string;
  scopes: readonly string[];
}): Promise<SignedIn> {
  const config = await oidc
    .discovery(new URL(issuer), commandLineClient, undefined, oidc.None(), {
      execute: [oidc.allowInsecureRequests],
    })
    .catch((cause: unknown) => {
      throw new Problem(`No identity provider answers at ${issuer}: start the stack first, with npm start.`, {
        cause,
      });
    });
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
  const expectedState = oidc.randomState();
  const start = oidc.buildAuthorizationUrl(config, {
    redirect_uri: commandLineRedirect,
    scope: ['openid', ...scopes].join(' '),
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    ...(organisation && { organisation }),
  });
  const callback = await followPages(start, subject);
  const tokens = await oidc.authorizationCodeGrant(config, callback, { pkceCodeVerifier, expectedState });
  return { accessToken: tokens.access_token, refreshToken: tokens.refresh_token, idToken: tokens.id_token };
}

/** Walks from the authorization request to the redirect back, filling in the sign-in page on the way. */
async function followPages(start: URL, subject: string): Promise<URL> {
  const cookies = new Map<string, string>();
  const send = async (url: URL, form?: Record<string, string>) => {
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value) cookies.set(name!, value);
      else cookies.delete(name!);
    }
    return response;
  };

  let url = start;
  let response = await send(url);
  let submitted = false;
  // The request, its page, and back again: more hops than these would go in circles.
  for (let hop = 0; hop < 10; hop++) {
    const location = response.headers.get('location');
    if (location) {
      url = new URL(location, url);
      if (url.href.startsWith(commandLineRedirect)) return url;
      response = await send(url);
      continue;
    }
    if (submitted || response.status !== 200) break;
    submitted = true;
    response = await send(url, { subject });
  }
  throw new Problem(reasonOn(await response.text()));
}

/** Why a page is not the end of a sign-in, in its own words. */
function reasonOn(html: string): string {
  const alert = /<p role="alert">([^<]+)/.exec(html)?.[1];
  const organisations = [...html.matchAll(/data-organisation="([^"]+)">([^<]+)/g)];
  const text =
    organisations.length > 0
      ? [
          alert ?? 'There are several organisations to act for: choose one with --organisation <id>.',
          ...organisations.map(([, id, name]) => `  ${id}  ${name}`),
        ].join('\n')
      : (alert ??
        /<p>([^<]+)/.exec(html)?.[1] ??
        'The identity provider showed a page that is not one of its own.');
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
