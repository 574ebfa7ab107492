import { NextResponse, type NextRequest } from 'next/server';
import * as oidc from 'openid-client';
import { settings } from '../../../env.ts';
import { readSessions, removeSession } from '../../../session/cookieJar.ts';
import { explorerKey } from '../../../session/explorerSession.ts';
import { provider } from '../../../session/provider.ts';
import { returnAddress } from '../../../session/returnAddress.ts';

/**
 * Ends every session of this browser, and the provider's own (OpenID Connect RP-Initiated Logout 1.0). The field `to`
 * of the form is where whoever signs in next goes on.
 */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const { webUrl, clientId } = settings();
  const form = await request.formData().catch(() => null);
  const to = returnAddress(form?.get('to')?.toString(), webUrl);
  const sessions = await readSessions(request.cookies);
  const config = await provider().catch(() => null);
  for (const [key, { refreshToken }] of sessions) {
    if (config?.serverMetadata().revocation_endpoint !== undefined && refreshToken !== undefined) {
      // It is forgotten here either way.
      const client = await provider(key === explorerKey ? 'explorer' : 'web').catch(() => config);
      await oidc.tokenRevocation(client, refreshToken).catch(() => {});
    }
  }
  const after = `${webUrl}/signed-out`;
  const address = config?.serverMetadata().end_session_endpoint
    ? oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: after,
        client_id: clientId,
        // The provider hands it back as it is.
        ...(to !== '/' && { state: to }),
        ...(sessions[0]?.[1].idToken !== undefined && { id_token_hint: sessions[0][1].idToken }),
      })
    : after;
  const response = NextResponse.redirect(address, 303);
  for (const [key] of sessions)
    for (const cookie of removeSession(request.cookies, key)) response.cookies.set(cookie);
  // A page that Back would show from memory is not shown any more.
  response.headers.set('clear-site-data', '"cache"');
  return response;
}
