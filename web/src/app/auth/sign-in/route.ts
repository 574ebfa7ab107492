import { NextResponse, type NextRequest } from 'next/server';
import * as oidc from 'openid-client';
import { settings } from '../../../env.ts';
import { areaOf } from '../../../session/area.ts';
import { writeSignIn } from '../../../session/cookieJar.ts';
import { provider } from '../../../session/provider.ts';
import { returnAddress } from '../../../session/returnAddress.ts';

/**
 * Sends a person to the identity provider: authorization code with PKCE (RFC 7636).
 *
 * `to` is where to come back to, and says for which organisation, unless `for` names another path for that.
 */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const { webUrl, audience, scopes } = settings();
  const parameters = request.nextUrl.searchParams;
  const returnTo = returnAddress(parameters.get('to'), webUrl);
  const organisation = areaOf((parameters.get('for') ?? returnTo).split('?', 1)[0]!)?.organisationId;
  let config: oidc.Configuration;
  try {
    config = await provider();
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
  });
  const response = NextResponse.redirect(address);
  response.cookies.set(await writeSignIn(state, { verifier, nonce, returnTo }));
  return response;
}
