import { decodeJwt, importJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  anonymous,
  createViewerSigner,
  createViewerVerifier,
  generateViewerKeys,
  InvalidViewer,
} from './viewer.ts';
import type { Viewer } from './viewer.ts';

const facility: Viewer = {
  personId: 'p1',
  organisationId: 'o1',
  role: 'facility',
  scopes: ['shifts:read', 'agents:read'],
};
let keys: Awaited<ReturnType<typeof generateViewerKeys>>;
let verify: ReturnType<typeof createViewerVerifier>;

beforeAll(async () => {
  keys = await generateViewerKeys();
  verify = createViewerVerifier(keys.publicJwks);
});
afterEach(() => {
  vi.useRealTimers();
});

/** An assertion with something changed. */
async function forge(change: { claims?: object; key?: JWK; header?: object; issuedAt?: number }) {
  const key = change.key ?? keys.privateJwk;
  const now = change.issuedAt ?? Math.floor(Date.now() / 1000);
  const claims = {
    ...{ person_id: 'p1', org_id: 'o1', role: 'company', scope: '' },
    ...{ iss: 'guildhall-gateway', aud: 'guildhall-subgraphs', iat: now, exp: now + 60 },
    ...change.claims,
  };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid: keys.privateJwk.kid!, ...change.header })
    .sign(await importJWK(key, 'EdDSA'));
  return { 'x-guildhall-viewer': token, 'x-org-id': 'o1' };
}

describe('a viewer', () => {
  test.each([facility, anonymous, { ...facility, personId: null, organisationId: null, scopes: [] }])(
    'arrives as it was sent: %o',
    async (viewer) => {
      expect(await verify(await createViewerSigner(keys.privateJwk)(viewer))).toEqual(viewer);
    },
  );

  test('is accepted by either key while keys are rotated', async () => {
    const next = await generateViewerKeys();
    const both = createViewerVerifier({ keys: [...keys.publicJwks.keys, ...next.publicJwks.keys] });
    expect(await both(await createViewerSigner(keys.privateJwk)(facility))).toEqual(facility);
    expect(await both(await createViewerSigner(next.privateJwk)(facility))).toEqual(facility);
  });

  test('is signed once and sent many times, and renewed before it ends', async () => {
    vi.useFakeTimers({ now: 1_800_000_000_000, toFake: ['Date'] });
    const sign = createViewerSigner(keys.privateJwk);
    const first = await sign(facility);
    vi.advanceTimersByTime(39_000);
    expect(await sign({ ...facility })).toEqual(first);
    expect(await sign({ ...facility, role: 'company' })).not.toEqual(first);
    vi.advanceTimersByTime(1_000);
    const second = await sign(facility);
    expect(second).not.toEqual(first);
    expect(decodeJwt(second['x-guildhall-viewer']!).exp).toBe(1_800_000_000 + 40 + 60);
  });

  test('has no organisation header without an organisation', async () => {
    expect(await createViewerSigner(keys.privateJwk)(anonymous)).not.toHaveProperty('x-org-id');
  });
});

describe('a viewer is refused', () => {
  const refused = (headers: Record<string, string | string[] | undefined>) =>
    expect(verify(headers)).rejects.toThrow(InvalidViewer);

  test('when there is none', async () => {
    await refused({});
    await refused({ 'x-guildhall-viewer': '' });
    await refused({ 'x-guildhall-viewer': ['a', 'b'] });
  });

  test('when it is no token, or an unsigned one', async () => {
    await refused({ 'x-guildhall-viewer': 'nonsense' });
    const body = Buffer.from(JSON.stringify({ role: 'company' })).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    await refused({ 'x-guildhall-viewer': `${none}.${body}.` });
  });

  test('when another key signed it, under our kid too', async () => {
    const { privateJwk } = await generateViewerKeys();
    await refused(await forge({ key: privateJwk }));
    await refused(await forge({ key: privateJwk, header: { kid: privateJwk.kid } }));
  });

  test('when it is changed after signing', async () => {
    const headers = await forge({});
    expect(await verify(headers)).toMatchObject({ role: 'company' });
    const [header, , signature] = headers['x-guildhall-viewer'].split('.');
    const claims = Buffer.from(
      JSON.stringify({ ...decodeJwt(headers['x-guildhall-viewer']), role: 'system' }),
    );
    await refused({
      ...headers,
      'x-guildhall-viewer': `${header}.${claims.toString('base64url')}.${signature}`,
    });
  });

  test.each([
    ['for another audience', { aud: 'guildhall-gateway' }],
    ['by another issuer', { iss: 'someone' }],
    ['without an end', { exp: undefined }],
    ['without a role', { role: undefined }],
    ['without an organisation claim', { org_id: undefined }],
  ])('when it is %s', async (_, claims) => refused(await forge({ claims })));

  test('when it has ended, also when it was accepted before', async () => {
    vi.useFakeTimers({ now: 1_800_000_000_000, toFake: ['Date'] });
    const headers = await forge({});
    await verify(headers);
    vi.advanceTimersByTime(64_000);
    await verify(headers);
    vi.advanceTimersByTime(2_000);
    await refused(headers);
  });

  test('when it claims to hold for longer than 60 seconds', async () => {
    const now = Math.floor(Date.now() / 1000);
    await refused(await forge({ issuedAt: now - 3600, claims: { exp: now + 3600 } }));
  });

  test('when X-Org-ID is missing or another than was signed', async () => {
    const headers = await forge({});
    await refused({ ...headers, 'x-org-id': 'o2' });
    await refused({ ...headers, 'x-org-id': undefined });
    await refused({ ...(await forge({ claims: { org_id: null } })), 'x-org-id': 'o1' });
  });
});

test('a private key without a kid is refused at once', () => {
  expect(() => createViewerSigner({ ...keys.privateJwk, kid: undefined } as JWK)).toThrow('kid');
});
