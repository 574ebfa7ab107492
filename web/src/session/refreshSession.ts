import * as oidc from 'openid-client';
import { type OidcClient, provider } from './provider.ts';
import type { Session } from './session.ts';

/** What became of a session that was to be refreshed. */
export type Refreshed =
  | { kind: 'refreshed'; session: Session }
  /** The provider says that it is over: the person has to sign in again. */
  | { kind: 'ended' }
  /** The provider did not answer. */
  | { kind: 'failed' };

/** Before the end of an access token, so that none ends on its way. */
const early = 60_000;
/** How long requests that still carry the old refresh token are given what came of it. */
const remembered = 30_000;

const running = new Map<string, Promise<Refreshed>>();

export const needsRefresh = ({ expiresAt }: Session, now = Date.now()): boolean => expiresAt - early <= now;

/**
 * New tokens for a session. Providers rotate refresh tokens and end a session whose old one is used again, so
 * requests that arrive together, or shortly after with the old cookie, share one call.
 */
export function refreshSession(
  session: Session,
  grant?: (refreshToken: string) => Promise<oidc.TokenEndpointResponse>,
  client: OidcClient = 'web',
): Promise<Refreshed> {
  const { refreshToken } = session;
  if (refreshToken === undefined) return Promise.resolve({ kind: 'ended' });
  const begun = running.get(refreshToken);
  if (begun) return begun;
  const refreshed = refresh(session, refreshToken, grant ?? ((token) => askProvider(token, session, client)));
  running.set(refreshToken, refreshed);
  void refreshed.then(({ kind }) => {
    // What failed may be tried again at once.
    if (kind === 'failed') running.delete(refreshToken);
    else setTimeout(() => running.delete(refreshToken), remembered).unref();
  });
  return refreshed;
}

async function refresh(
  session: Session,
  refreshToken: string,
  grant: (refreshToken: string) => Promise<oidc.TokenEndpointResponse>,
): Promise<Refreshed> {
  try {
    const tokens = await grant(refreshToken);
    return {
      kind: 'refreshed',
      session: {
        ...session,
        accessToken: tokens.access_token,
        expiresAt: Date.now() + (tokens.expires_in ?? 60) * 1000,
        refreshToken: tokens.refresh_token ?? refreshToken,
        idToken: tokens.id_token ?? session.idToken,
      },
    };
  } catch (error) {
    return { kind: error instanceof oidc.ResponseBodyError ? 'ended' : 'failed' };
  }
}

// For whom they act: a provider that does not remember it chooses again.
const askProvider = async (refreshToken: string, { organisationId }: Session, client: OidcClient) =>
  oidc.refreshTokenGrant(await provider(client), refreshToken, { organisation: organisationId });
