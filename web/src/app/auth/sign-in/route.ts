import { NextResponse, type NextRequest } from 'next/server';
import * as oidc from 'openid-client';
import { settings } from '../../../env.ts';
import { areaOf } from '../../../session/area.ts';
import { readSession, writeSignIn } from '../../../session/cookieJar.ts';
import { provider } from '../../../session/provider.ts';
import { returnAddress } from '../../../session/returnAddress.ts';

/**
 * Sends a person to the identity provider: authorization code with PKCE (RFC 7636).
 *
 * `client=explorer` signs in for the explorer: whoever is signed in here already is not asked again.
 * `to` is where to come back to, and says for which organisation, unless `for` names another path for that.
 */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const { webUrl, audience, scopes, connection } = settings();
  const parameters = request.nextUrl.searchParams;
  const returnTo = returnAddress(parameters.get('to'), webUrl);
  const area = areaOf((parameters.get('for') ?? returnTo).split('?', 1)[0]!);
  const client = parameters.get('client') === 'explorer' ? 'explorer' : 'web';
  const organisation =
    client === 'explorer' ? (await readSession(request.cookies, 's'))?.organisationId : area?.organisationId;
  let config: oidc.Configuration;
  try {
    config = await provider(client);
  } catch {
    return NextResponse.redirect(`${webUrl}/signed-out?why=provider&to=${encodeURIComponent(returnTo)}`);
  }
  const state = oidc.randomState();
  const nonce = oidc.randomNonce();
  const verifier = oidc.randomPKCECodeVerifier();
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: `${webUrl}/auth/callback`,
    scope: `openid profile offline_access ${scopes}`,
    audience,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(organisation != null && { organisation }),
    // At Auth0, which way people sign in; others ignore it.
    ...(area?.role === 'company' && connection !== undefined && { connection }),
  });
  const response = NextResponse.redirect(address);
  response.cookies.set(await writeSignIn(state, { verifier, nonce, returnTo, client }));
  return response;
}
