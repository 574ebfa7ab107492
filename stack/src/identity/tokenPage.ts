import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Personas } from '@guildhall/gateway/personas';
import { decodeJwt } from 'jose';
import * as oidc from 'openid-client';
import { commandLineClient, tokenPagePath } from './clients.ts';
import { messagePage, sendPage, tokenPage } from './pages.ts';

/**
 * The provider's front page, a client of itself: it sends the browser through the sign-in and then shows the
 * access token, for trying the graph before there is an app to sign in to.
 */
export function createTokenPage(issuer: string, personas: Personas) {
  const scopes = new Set([...personas.values()].flatMap((persona) => persona.scopes));
  const begun = new Map<string, { pkceCodeVerifier: string }>();
  let discovered: Promise<oidc.Configuration> | undefined;
  const configuration = () =>
    (discovered ??= oidc.discovery(new URL(issuer), commandLineClient, undefined, oidc.None(), {
      execute: [oidc.allowInsecureRequests],
    }));

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname !== tokenPagePath) {
      const state = oidc.randomState();
      const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
      begun.set(state, { pkceCodeVerifier });
      const authorization = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${issuer}${tokenPagePath}`,
        scope: ['openid', ...scopes].join(' '),
        code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
        state,
        prompt: 'login',
      });
      response.writeHead(303, { location: authorization.href }).end();
      return;
    }
    const expectedState = url.searchParams.get('state') ?? '';
    const beginning = begun.get(expectedState);
    begun.delete(expectedState);
    if (!beginning) {
      return sendPage(response, 400, messagePage('This sign-in has ended', `Begin again at ${issuer}.`));
    }
    const tokens = await oidc.authorizationCodeGrant(await configuration(), url, {
      ...beginning,
      expectedState,
    });
    const { role, scope } = decodeJwt<{ role: string; scope?: string }>(tokens.access_token);
    sendPage(response, 200, tokenPage({ token: tokens.access_token, role, scopes: scope ?? 'nothing' }));
  };
}
