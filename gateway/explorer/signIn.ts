import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';

/** What the gateway tells the page, at `config.json`. */
interface Config {
  issuer: string;
  audience: string;
  clientId: string;
  scopes: string[];
}

/** Who has signed in; null when nobody has. */
export interface Person {
  name: string;
  role: string;
  scopes: readonly string[];
}

/** The sign-in of this tab. */
export interface Session {
  person: Person | null;
  /** An access token that still holds; null when nobody is signed in. */
  token(): Promise<string | null>;
  signIn(): Promise<void>;
  signOut(): Promise<void>;
}

/**
 * Reads who is signed in, finishing a sign-in that the provider has just sent back: authorization code with PKCE, as
 * a public client.
 *
 * The tokens stay in the tab's session storage, so that a reload does not sign out: the page runs no script but its
 * own, and they end with the tab.
 *
 * @throws Error when the provider refused, or cannot be reached.
 */
export async function startSignIn(): Promise<Session> {
  const response = await fetch('/explorer/config.json');
  if (!response.ok) throw new Error('the gateway does not say where to sign in.');
  const config = (await response.json()) as Config;
  const manager = new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    redirect_uri: new URL('/explorer/callback', location.href).href,
    post_logout_redirect_uri: new URL('/explorer/', location.href).href,
    scope: ['openid', 'profile', 'offline_access', ...config.scopes].join(' '),
    extraQueryParams: { audience: config.audience },
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: false,
    monitorSession: false,
  });
  let user: User | null;
  if (location.pathname === '/explorer/callback') {
    user = await manager.signinCallback().then((signedIn) => signedIn ?? null);
    history.replaceState(null, '', `/explorer/${user?.url_state ?? ''}`);
  } else {
    user = await manager.getUser();
  }
  /** Gets a new token shortly before the old one ends; whoever cannot have one is signed out. */
  const fresh = async (): Promise<User | null> => {
    if (user && (user.expires_in ?? 0) < 20) user = await manager.signinSilent().catch(() => null);
    return user;
  };
  user = await fresh();
  return {
    person: user && personOf(user),
    token: async () => (await fresh())?.access_token ?? null,
    // What is in the address's fragment is there again after the way to the provider and back.
    signIn: () => manager.signinRedirect({ url_state: location.hash }),
    signOut: () => manager.signoutRedirect(),
  };
}

/** What the token says, to be shown: only the gateway checks it. */
function personOf({ profile, access_token: token }: User): Person {
  const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const claims = JSON.parse(
    new TextDecoder().decode(Uint8Array.from(atob(part), (c) => c.charCodeAt(0))),
  ) as {
    role?: string;
    scope?: string;
  };
  return {
    name: profile.name ?? profile.sub,
    role: claims.role ?? 'unknown',
    scopes: (claims.scope ?? '').split(' '),
  };
}
