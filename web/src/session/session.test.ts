import * as oidc from 'openid-client';
import { expect, test } from 'vitest';
import { areaOf, areaOfMembership, homeOf } from './area.ts';
import { needsRefresh, refreshSession } from './refreshSession.ts';
import { returnAddress } from './returnAddress.ts';
import { seal, unseal } from './seal.ts';
import type { Session } from './session.ts';

const organisationId = '0b5ed6a5-93c8-5b6a-a5a1-3a3f0b7f4d10';

test('the first segments of a path say whose page it is', () => {
  expect(areaOf('/a/facilities')?.role).toBe('agent');
  expect(areaOf('/s')?.role).toBe('company');
  expect(areaOf('/w/mine')?.role).toBe('everybody');
  expect(areaOf(`/f/${organisationId}/profile`)).toEqual(areaOfMembership('facility', organisationId));
  for (const path of ['/', '/f', '/f/x/profile', '/agents', '/auth/sign-in']) expect(areaOf(path)).toBe(null);
  expect(homeOf(areaOf('/a')!)).toBe('/a/shifts');
  expect(areaOfMembership('member', organisationId)).toBe(areaOf('/w'));
  expect(areaOfMembership('identity', organisationId)).toBe(null);
});

test.for([
  ['/s/facilities?q=1#x', '/s/facilities?q=1#x'],
  ['//evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/auth/sign-out', '/'],
  ['', '/'],
  [null, '/'],
])('%s leads back to %s', ([given, address]) => {
  expect(returnAddress(given, 'https://app.guildhall.example')).toBe(address);
});

test('a seal opens for its purpose, by any secret that is known, and until it ends', async () => {
  const [old, fresh] = ['o'.repeat(32), 'n'.repeat(32)];
  const sealed = await seal({ a: 1 }, { purpose: 'session a', seconds: 60, secrets: [old] });
  expect(await unseal(sealed, { purpose: 'session a', secrets: [fresh, old] })).toEqual({ a: 1 });
  expect(await unseal(sealed, { purpose: 'session a', secrets: [fresh] })).toBe(null);
  expect(await unseal(sealed, { purpose: 'session s', secrets: [old] })).toBe(null);
  const segments = sealed.split('.');
  for (const [index, segment] of segments.entries()) {
    if (segment === '') continue;
    const changed = `${segment.startsWith('A') ? 'B' : 'A'}${segment.slice(1)}`;
    expect(
      await unseal(segments.with(index, changed).join('.'), { purpose: 'session a', secrets: [old] }),
    ).toBe(null);
  }
  const ended = await seal(1, { purpose: 'session a', seconds: -60, secrets: [old] });
  expect(await unseal(ended, { purpose: 'session a', secrets: [old] })).toBe(null);
});

const sessionWith = (refreshToken: string): Session => ({
  subject: 'local|agent',
  personName: 'Ada',
  role: 'agent',
  organisationId,
  organisationName: 'Guildhall',
  memberships: [],
  accessToken: 'old',
  expiresAt: Date.now(),
  refreshToken,
  begunAt: 0,
});
const tokens = (accessToken: string) =>
  ({ access_token: accessToken, token_type: 'bearer', expires_in: 600, refresh_token: 'next' }) as never;

test('requests with one refresh token share one call, also those that come shortly after', async () => {
  const session = sessionWith('shared');
  let calls = 0;
  const grant = async () => {
    calls++;
    return tokens('new');
  };
  const together = await Promise.all([1, 2, 3].map(() => refreshSession(session, grant)));
  const after = await refreshSession(session, grant);
  expect(calls).toBe(1);
  for (const refreshed of [...together, after]) {
    expect(refreshed).toMatchObject({
      kind: 'refreshed',
      session: { accessToken: 'new', refreshToken: 'next' },
    });
  }
  expect(needsRefresh(session)).toBe(true);
  expect(needsRefresh((after as { session: Session }).session)).toBe(false);
});

test('a provider that is away ends no session, and is asked again; one that refuses ends it', async () => {
  const session = sessionWith('away');
  const away = async () => Promise.reject(new TypeError('fetch failed'));
  expect(await refreshSession(session, away)).toEqual({ kind: 'failed' });
  const refusal = new oidc.ResponseBodyError('refused', {
    cause: { error: 'invalid_grant' },
    response: new Response(null, { status: 400 }),
  });
  expect(await refreshSession(session, async () => Promise.reject(refusal))).toEqual({ kind: 'ended' });
  expect(await refreshSession({ ...session, refreshToken: undefined }, away)).toEqual({ kind: 'ended' });
});
