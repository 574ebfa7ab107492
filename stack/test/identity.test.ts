import { generateKeyPair, exportJWK, createRemoteJWKSet, jwtVerify, decodeJwt, type JWK } from 'jose';
import { readPersonas } from '@guildhall/gateway/personas';
import { createLogger } from '@guildhall/kit/logger';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandLineClient, commandLineRedirect } from '../src/identity/clients.ts';
import { startIdentityProvider, type RunningIdentityProvider } from '../src/identity/identityProvider.ts';
import type { LoginClaims } from '../src/identity/readLoginClaims.ts';
import { signIn } from '../src/identity/signIn.ts';
import { signInByKey } from '../src/identity/signInByKey.ts';

const audience = 'https://graph.guildhall.example';
const membership = (organisationId: string, role: string): LoginClaims => ({
  membershipId: `membership at ${organisationId}`,
  personId: 'person',
  personName: 'Ada <b>',
  organisationId,
  organisationName: `Home of ${organisationId}`,
  role,
});

/** Who belongs where; each test begins with the same. */
let memberships: Record<string, LoginClaims[]>;
let provider: RunningIdentityProvider;
/** The private key of the tool. */
let toolKey: JWK;

const newKey = async () => {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: 'tool' };
};

beforeAll(async () => {
  toolKey = await newKey();
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  provider = await startIdentityProvider({
    port: 0,
    audience,
    keys: {
      jwks: {
        keys: [{ kty: 'RSA', ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' }],
      },
      cookies: ['a cookie key of the tests'],
    },
    tool: { publicJwk: toolKey, subject: 'local|two', organisationId: 'head-office' },
    accounts: { agent: { subject: 'local|one', name: 'Ada <b>' } },
    personas: readPersonas(),
    readClaims: async (subject) => memberships[subject] ?? [],
    logger: createLogger({ name: 'identity', level: 'silent' }),
  });
});
afterAll(() => provider.close());
beforeEach(() => {
  memberships = {
    'local|one': [membership('lodge', 'agent')],
    'local|two': [membership('lodge', 'agent'), membership('head-office', 'company')],
  };
});

const scopes = ['shifts:read', 'people:write'];
const enter = (subject: string, organisation?: string) =>
  signIn({ issuer: provider.issuer, subject, organisation, scopes });
const configuration = () =>
  oidc.discovery(new URL(provider.issuer), commandLineClient, undefined, oidc.None(), {
    execute: [oidc.allowInsecureRequests],
  });

test('an access token is an RS256 at+jwt for the graph, checked by the published keys, of ten minutes', async () => {
  const { accessToken } = await enter('local|one');
  const keys = createRemoteJWKSet(new URL(`${provider.issuer}/jwks`));
  const { payload } = await jwtVerify(accessToken, keys, {
    issuer: provider.issuer,
    audience,
    algorithms: ['RS256'],
    typ: 'at+jwt',
  });
  expect(payload.exp! - payload.iat!).toBe(600);
  expect(payload).toMatchObject({ sub: 'local|one', person_id: 'person', org_id: 'lodge', role: 'agent' });
});

test('a token has the scopes that were asked for and that the role allows', async () => {
  const scopeOf = async (organisation: string) =>
    decodeJwt<{ scope: string }>((await enter('local|two', organisation)).accessToken).scope;
  expect(await scopeOf('lodge')).toBe('shifts:read');
  expect(await scopeOf('head-office')).toBe('people:write shifts:read');
});

test('someone with several memberships chooses one, or names its organisation beforehand', async () => {
  await expect(enter('local|two')).rejects.toThrow(
    'There are several organisations to act for: choose one with --organisation <id>.\n  lodge  Home of lodge\n  head-office  Home of head-office',
  );
  const { accessToken } = await enter('local|two', 'head-office');
  expect(decodeJwt(accessToken)).toMatchObject({ org_id: 'head-office', role: 'company' });
});

test('an organisation that one does not belong to is refused, with those that one does', async () => {
  await expect(enter('local|two', 'elsewhere')).rejects.toThrow(
    /^You do not belong to the organisation elsewhere: choose one of yours\.\n {2}lodge/,
  );
  await expect(enter('local|one', 'elsewhere')).rejects.toThrow(
    /^You do not belong to the organisation elsewhere/,
  );
});

test('a subject without a membership does not get in', async () => {
  await expect(enter('local|three')).rejects.toThrow(
    /^Nobody with the subject local\|three belongs to an organisation/,
  );
});

test('a refresh token gives a new token of the same membership, once, and none when that has ended', async () => {
  const first = await enter('local|two', 'head-office');
  const second = await oidc.refreshTokenGrant(await configuration(), first.refreshToken!);
  expect(decodeJwt(second.access_token)).toMatchObject({ org_id: 'head-office', role: 'company' });
  await expect(oidc.refreshTokenGrant(await configuration(), first.refreshToken!)).rejects.toThrow();

  const again = await enter('local|two', 'head-office');
  memberships['local|two'] = [membership('lodge', 'agent')];
  await expect(oidc.refreshTokenGrant(await configuration(), again.refreshToken!)).rejects.toMatchObject({
    error: 'invalid_grant',
  });
});

test('there is no code without PKCE, for an unknown client, or to another machine', async () => {
  const refused = async (change: Record<string, string>, without: string[] = []) => {
    const url = new URL(`${provider.issuer}/auth`);
    const parameters = {
      client_id: commandLineClient,
      redirect_uri: commandLineRedirect,
      response_type: 'code',
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
      ...change,
    };
    for (const [name, value] of Object.entries(parameters))
      if (!without.includes(name)) url.searchParams.set(name, value);
    const response = await fetch(url, { redirect: 'manual' });
    return (
      new URL(response.headers.get('location') ?? 'page:', url).searchParams.get('error') ?? response.status
    );
  };
  expect(await refused({}, ['code_challenge', 'code_challenge_method'])).toBe('invalid_request');
  expect(await refused({ code_challenge_method: 'plain' })).toBe('invalid_request');
  expect(await refused({ client_id: 'nobody' })).toBe(400);
  expect(await refused({ redirect_uri: 'https://example.org/callback' })).toBe(400);
});

test('the pages run no script, cannot be framed, and show names as text', async () => {
  const browser = createBrowser();
  const page = await browser.open(provider.issuer);
  const policy = page.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('script-src');
  const html = await page.text();
  expect(html).toContain('Ada &#60;b&#62;');
  expect(html).not.toContain('<b>');
  expect(html).toContain('<label for="subject">');
});

test('the front page of the provider signs in and shows the token', async () => {
  const browser = createBrowser();
  const page = await browser.open(provider.issuer);
  const shown = await (await browser.open(page.url, { subject: 'local|one' })).text();
  const token = /<textarea id="token" readonly>([^<]+)</.exec(shown)![1]!;
  expect(decodeJwt(token)).toMatchObject({ org_id: 'lodge', role: 'agent' });
});

test('after signing out, the next sign-in asks again', async () => {
  const browser = createBrowser();
  const page = await browser.open(provider.issuer);
  await browser.open(page.url, { subject: 'local|one' });
  expect(browser.cookies()).toContain('_session');
  const question = await (await browser.open(`${provider.issuer}/session/end`)).text();
  const action = /action="([^"]+)"/.exec(question)![1]!;
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(question)![1]!;
  const bye = await (await browser.open(action, { xsrf, logout: 'yes' })).text();
  expect(bye).toContain('Signed out');
  expect(browser.cookies()).not.toContain('_session');
});

/** What a browser does with redirects and cookies. */
function createBrowser() {
  const jar = new Map<string, string>();
  return {
    cookies: () => [...jar.keys()],
    async open(address: string, form?: Record<string, string>) {
      let response: Response;
      let url = new URL(address);
      let body = form && new URLSearchParams(form);
      for (;;) {
        response = await fetch(url, {
          method: body ? 'POST' : 'GET',
          body,
          redirect: 'manual',
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        });
        for (const cookie of response.headers.getSetCookie()) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
          if (value) jar.set(name!, value);
          else jar.delete(name!);
        }
        const location = response.headers.get('location');
        if (!location) return response;
        url = new URL(location, url);
        body = undefined;
      }
    },
  };
}

test('a tool signs in by its private key, acts for its person with scopes of the company alone, and by no other key', async () => {
  const enterBy = (privateJwk: JWK, asked = scopes) =>
    signInByKey({ issuer: provider.issuer, privateJwk, scopes: asked, audience });
  const claims = decodeJwt<{ scope: string }>(await enterBy(toolKey));
  expect(claims).toMatchObject({
    aud: audience,
    person_id: 'person',
    org_id: 'head-office',
    role: 'company',
  });
  expect(claims.scope.split(' ').toSorted()).toEqual(scopes.toSorted());

  await expect(enterBy(await newKey())).rejects.toThrow('gave no token for the key');
  expect(decodeJwt(await enterBy(toolKey, ['logins:read'])).scope).toBeUndefined();
  memberships['local|two'] = [membership('lodge', 'agent')];
  await expect(enterBy(toolKey)).rejects.toThrow('gave no token for the key');
});
