import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Personas } from '@guildhall/gateway/personas';
import type { Logger } from '@guildhall/kit/logger';
import type { JWK } from 'jose';
import { errors, interactionPolicy, Provider } from 'oidc-provider';
import type { Configuration, Grant, KoaContextWithOIDC } from 'oidc-provider';
import type { Keys } from '../keys.ts';
import { clients, tokenPagePath, toolClient, toolClientOf } from './clients.ts';
import { createMemoryAdapter } from './memoryAdapter.ts';
import { membershipPage, messagePage, securityPolicy, sendPage, signInPage, signOutPage } from './pages.ts';
import type { LoginClaims } from './readLoginClaims.ts';
import { createTokenPage } from './tokenPage.ts';

export interface IdentityProviderOptions {
  /** 0 takes a free one. */
  port: number;
  /** The audience of its access tokens. */
  audience: string;
  keys: Keys['provider'];
  /** The public half of the key of support staff's tool, and whom that acts for. */
  tool?: { publicJwk: JWK; subject: string; organisationId: string };
  /** Whom its page offers, by persona. */
  accounts: Readonly<Record<string, { subject: string; name: string }>>;
  personas: Personas;
  /** What a token may say for a subject, one entry for each membership. */
  readClaims: (subject: string) => Promise<LoginClaims[]>;
  logger: Logger;
}

interface ProviderOptions extends IdentityProviderOptions {
  /** The membership that each grant was given for, by the grant's id. */
  memberships: Map<string, LoginClaims>;
}

/** A provider that answers. */
export interface RunningIdentityProvider {
  readonly issuer: string;
  close(): Promise<void>;
}

const accessTokenSeconds = 10 * 60;
const day = 24 * 60 * 60;

/**
 * Starts an OpenID provider on 127.0.0.1 that stands in for the one of production: authorization code with PKCE,
 * access tokens as JWTs (RFC 9068) that name one membership, refresh tokens, sign-out. It asks for no password.
 *
 * An authorization request may carry `organisation`, the id of the organisation to act for.
 *
 * @throws when the port is taken.
 */
export async function startIdentityProvider(
  given: IdentityProviderOptions,
): Promise<RunningIdentityProvider> {
  const { logger } = given;
  const options: ProviderOptions = { ...given, memberships: new Map() };
  const server = createServer();
  server.listen(given.port, '127.0.0.1');
  await once(server, 'listening');
  // Browsers treat localhost as secure, and keep its cookies apart from those of other names.
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  const provider = createProvider(issuer, options);
  provider.on('server_error', (_ctx, error) => logger.error({ err: error }, 'The identity provider failed.'));
  provider.on('authorization.error', (_ctx, error) => logger.warn({ err: error }, 'A sign-in was refused.'));
  provider.on('grant.error', (_ctx, error) => logger.warn({ err: error }, 'A token was refused.'));

  const signIn = createSignIn(provider, options);
  const tokenPage = createTokenPage(issuer, options.personas);
  const protocol = provider.callback();
  const route = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname.startsWith('/sign-in/')) return signIn(request, response);
    if (pathname === '/' || pathname === tokenPagePath) return tokenPage(request, response);
    return protocol(request, response);
  };
  server.on('request', (request, response) => {
    Promise.resolve(route(request, response)).catch((error: unknown) => {
      const gone = error instanceof errors.SessionNotFound;
      if (!gone) logger.error({ err: error }, 'A sign-in failed that should not.');
      const page = gone
        ? messagePage('This sign-in has ended', 'Go back to where you came from and sign in again.')
        : messagePage('Sign-in failed', 'Something went wrong; the log of the stack says what. Try again.');
      sendPage(response, gone ? 400 : 500, page);
    });
  });

  return {
    issuer,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function createProvider(issuer: string, options: ProviderOptions): Provider {
  const { audience, keys, personas, readClaims, memberships, tool } = options;
  const allScopes = [...new Set([...personas.values()].flatMap(({ scopes }) => scopes))];
  const policy = interactionPolicy.base();
  // It would ask for consent at every sign-in; nobody asks for consent here, see loadExistingGrant.
  policy.get('consent')!.checks.remove('native_client_prompt');

  const configuration: Configuration = {
    adapter: createMemoryAdapter(),
    clients: [...clients, ...(tool ? [toolClientOf(tool.publicJwk)] : [])],
    jwks: keys.jwks as Configuration['jwks'],
    cookies: { keys: keys.cookies },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    extraParams: ['organisation'],
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      revocation: { enabled: true },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.set(
            'content-security-policy',
            securityPolicy(originOf(ctx.oidc.params?.post_logout_redirect_uri)),
          );
          ctx.body = signOutPage(form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.set('content-security-policy', securityPolicy());
          ctx.body = messagePage('Signed out', 'You can close this page.');
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource, client) => {
          if (resource !== audience) throw new errors.InvalidTarget();
          return {
            audience,
            // What people ask for is cut down to their role when it is granted; a tool is granted what it may ask for.
            scope: (client.clientId === toolClient
              ? (personas.get('company')?.scopes ?? [])
              : allScopes
            ).join(' '),
            accessTokenFormat: 'jwt',
            accessTokenTTL: accessTokenSeconds,
            jwt: { sign: { alg: 'RS256' } },
          };
        },
      },
    },
    ttl: {
      AccessToken: accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: accessTokenSeconds,
      Interaction: 60 * 60,
      Session: day,
      Grant: day,
      RefreshToken: day,
    },
    // Browsers of this machine ask for tokens themselves.
    clientBasedCORS: (_ctx, origin) => ['localhost', '127.0.0.1'].includes(new URL(origin).hostname),
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    interactions: { policy, url: (_ctx, { uid }) => `/sign-in/${uid}` },
    findAccount: (_ctx, subject) => ({
      accountId: subject,
      claims: async () => ({ sub: subject, name: (await readClaims(subject))[0]?.personName }),
    }),
    loadExistingGrant: (ctx) => loadGrant(ctx, options),
    enabledJWA: { clientAuthSigningAlgValues: ['Ed25519'] },
    extraTokenClaims: async (_ctx, token) => {
      // Read anew for each token, so that a membership that has ended gives none.
      const isOfTool = token.kind === 'ClientCredentials';
      const subject = isOfTool ? tool!.subject : (token as { accountId: string }).accountId;
      const chosen = memberships.get(('grantId' in token && token.grantId) || '');
      const claims = (await readClaims(subject)).find(({ membershipId, organisationId, role }) =>
        isOfTool
          ? organisationId === tool!.organisationId && role === 'company'
          : membershipId === chosen?.membershipId,
      );
      if (!claims) throw new errors.InvalidGrant('the membership has ended');
      return { person_id: claims.personId, org_id: claims.organisationId, role: claims.role };
    },
    renderError: (ctx, { error, error_description }) => {
      ctx.type = 'html';
      ctx.set('content-security-policy', securityPolicy());
      ctx.body = messagePage('Sign-in failed', `${error_description ?? error}.`);
    },
  };
  return new Provider(issuer, configuration);
}

/** Everybody who has signed in is granted what the role allows; only which membership may have to be asked. */
async function loadGrant(ctx: KoaContextWithOIDC, options: ProviderOptions): Promise<Grant | undefined> {
  const { client, params, provider, result, session } = ctx.oidc;
  const subject = session!.accountId!;
  const organisation = params?.organisation as string | undefined;

  const chosen = result?.consent?.grantId;
  if (chosen) return provider.Grant.find(chosen);
  const earlierId = session!.grantIdFor(client!.clientId);
  const earlier = earlierId ? await provider.Grant.find(earlierId) : undefined;
  const isWanted =
    organisation === undefined || options.memberships.get(earlierId!)?.organisationId === organisation;
  if (earlier?.accountId === subject && isWanted) return earlier;

  const memberships = (await options.readClaims(subject)).filter(
    ({ organisationId }) => organisation === undefined || organisationId === organisation,
  );
  if (memberships.length !== 1) return undefined;
  return createGrant(provider, { subject, clientId: client!.clientId, membership: memberships[0]! }, options);
}

async function createGrant(
  provider: Provider,
  { subject, clientId, membership }: { subject: string; clientId: string; membership: LoginClaims },
  { audience, personas, memberships }: ProviderOptions,
): Promise<Grant> {
  const granted = personas.get(membership.role)?.scopes ?? [];
  const others = [...personas.values()]
    .flatMap(({ scopes }) => scopes)
    .filter((scope) => !granted.includes(scope));
  const grant = new provider.Grant({ accountId: subject, clientId });
  grant.addOIDCScope('openid profile offline_access');
  grant.addResourceScope(audience, granted.join(' '));
  // Asking for more than the role allows is no error: what was refused once is not asked for again.
  grant.rejectResourceScope(audience, others.join(' '));
  memberships.set(await grant.save(), membership);
  return grant;
}

/** The pages between the authorization request and its answer: who are you, and for whom do you act? */
function createSignIn(provider: Provider, options: ProviderOptions) {
  const { accounts, readClaims } = options;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { params, prompt, session } = await provider.interactionDetails(request, response);
    const clientOrigin = originOf(params.redirect_uri);
    const show = (status: number, html: string) => sendPage(response, status, html, clientOrigin);
    const form = request.method === 'POST' ? await readForm(request) : null;

    if (prompt.name === 'login') {
      const subject = form?.get('subject')?.trim() ?? '';
      if (!form) return show(200, signInPage({ accounts, subject: textOf(params.login_hint) }));
      if ((await readClaims(subject)).length === 0) {
        const problem = `Nobody with the subject ${subject} belongs to an organisation: choose another account, or give that one a login and a membership first.`;
        return show(422, signInPage({ accounts, subject, problem }));
      }
      return provider.interactionFinished(request, response, { login: { accountId: subject } });
    }

    const subject = session!.accountId;
    const memberships = await readClaims(subject);
    if (!form) {
      const asked = textOf(params.organisation);
      const isMember = asked === '' || memberships.some(({ organisationId }) => organisationId === asked);
      const problem = isMember
        ? undefined
        : `You do not belong to the organisation ${asked}: choose one of yours.`;
      return show(200, membershipPage({ memberships, problem }));
    }
    const membership = memberships.find(({ membershipId }) => membershipId === form.get('membership'));
    if (!membership) {
      return show(
        422,
        membershipPage({ memberships, problem: 'That membership has ended: choose another.' }),
      );
    }
    const grant = await createGrant(
      provider,
      { subject, clientId: textOf(params.client_id), membership },
      options,
    );
    return provider.interactionFinished(
      request,
      response,
      { consent: { grantId: grant.jti } },
      {
        mergeWithLastSubmission: true,
      },
    );
  };
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk as string;
    if (text.length > 10_000) throw new Error('The form is larger than any of these pages sends.');
  }
  return new URLSearchParams(text);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function originOf(address: unknown): string | undefined {
  return URL.parse(textOf(address))?.origin;
}
