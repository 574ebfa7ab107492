import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { NextResponse, type NextRequest } from 'next/server';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { settings } from '../../../env.ts';
import { sendToGraph } from '../../../graph/askGraph.ts';
import { areaOfMembership, homeOf } from '../../../session/area.ts';
import {
  type BegunSignIn,
  readSession,
  readSessions,
  readSignIn,
  removeSession,
  removeSignIn,
  writeSession,
} from '../../../session/cookieJar.ts';
import { explorerKey } from '../../../session/explorerSession.ts';
import { provider } from '../../../session/provider.ts';
import type { Membership, Session } from '../../../session/session.ts';
import { signedInPerson } from '../../../session/signedInPerson.query.ts';

/** What an access token says, as far as the app has to know; the gateway is who checks it. */
const claims = z
  .object({ organisation_id: z.string().optional(), org_id: z.string().optional(), role: z.string() })
  .transform(({ role, ...named }) => ({ role, organisationId: named.organisation_id ?? named.org_id }))
  .pipe(z.object({ role: z.string(), organisationId: z.string() }));

/** Where the identity provider sends people back to: makes the session, and goes on to where they came from. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const { webUrl } = settings();
  const state = request.nextUrl.searchParams.get('state') ?? '';
  const begun = await readSignIn(request.cookies, state);
  // A second click on Back, or a sign-in that another browser began: the front page begins anew.
  if (!begun) return NextResponse.redirect(`${webUrl}/signed-out?why=begun-elsewhere`);

  const isExplorer = begun.client === 'explorer';
  const session = isExplorer
    ? await makeExplorerSession(request, state, begun)
    : await makeSession(request, state, begun);
  const failed = `${webUrl}/signed-out?why=refused&to=${encodeURIComponent(begun.returnTo)}`;
  const area = session && areaOfMembership(session.role, session.organisationId);
  // Whoever asked for a page of another role is told so there.
  const address = !session || !area ? failed : begun.returnTo === '/' ? homeOf(area) : begun.returnTo;
  const response = NextResponse.redirect(address.startsWith('/') ? `${webUrl}${address}` : address);
  response.cookies.set(removeSignIn(state));
  if (!session || !area) return response;
  for (const [key, other] of await readSessions(request.cookies)) {
    if (other.subject === session.subject) continue;
    // Another person at this browser: what the one before could see is closed.
    for (const cookie of removeSession(request.cookies, key)) response.cookies.set(cookie);
  }
  const key = isExplorer ? explorerKey : area.key;
  for (const cookie of await writeSession(request.cookies, key, session)) response.cookies.set(cookie);
  return response;
}

/** The same person as in the area of support staff, as another client of the provider: the graph knows who they are. */
async function makeExplorerSession(
  request: NextRequest,
  state: string,
  begun: BegunSignIn,
): Promise<Session | null> {
  const support = await readSession(request.cookies, 's');
  const tokens = await tokensOf(request, state, begun);
  if (!support || !tokens) return null;
  const acting = claims.safeParse(decodeJwt(tokens.access_token)).data;
  const isSame =
    tokens.claims()?.sub === support.subject && acting?.organisationId === support.organisationId;
  if (!isSame || acting?.role !== support.role) return null;
  return {
    ...support,
    accessToken: tokens.access_token,
    expiresAt: Date.now() + (tokens.expires_in ?? 60) * 1000,
    refreshToken: tokens.refresh_token,
    idToken: tokens.id_token,
    // The latest of the areas is the one that people act in.
    begunAt: 0,
  };
}

async function tokensOf(request: NextRequest, state: string, { verifier, nonce, client }: BegunSignIn) {
  const { webUrl } = settings();
  const address = new URL(`${webUrl}/auth/callback${request.nextUrl.search}`);
  return provider(client)
    .then((config) =>
      oidc.authorizationCodeGrant(config, address, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      }),
    )
    .catch(() => null);
}

async function makeSession(request: NextRequest, state: string, begun: BegunSignIn): Promise<Session | null> {
  const tokens = await tokensOf(request, state, begun);
  if (!tokens) return null;
  const acting = claims.safeParse(decodeJwt(tokens.access_token)).data;
  if (!acting) return null;

  const outcome = await sendToGraph(
    signedInPerson,
    {},
    { accessToken: tokens.access_token, requestId: randomUUID() },
  );
  const me = outcome.kind === 'data' ? outcome.data.me : null;
  const identity = tokens.claims();
  const memberships: Membership[] =
    me?.memberships.nodes.map(({ role, organisation: { id, name } }) => ({
      organisationId: id,
      name,
      role,
    })) ?? [];
  return {
    subject: identity?.sub ?? '',
    personName: me?.name ?? String(identity?.['name'] ?? ''),
    role: acting.role,
    organisationId: acting.organisationId,
    organisationName:
      memberships.find(({ organisationId }) => organisationId === acting.organisationId)?.name ??
      'Your organisation',
    memberships,
    accessToken: tokens.access_token,
    expiresAt: Date.now() + (tokens.expires_in ?? 60) * 1000,
    refreshToken: tokens.refresh_token,
    idToken: tokens.id_token,
    begunAt: Date.now(),
  };
}
