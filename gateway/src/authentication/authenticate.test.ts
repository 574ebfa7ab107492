import { request as httpRequest } from 'node:http';
import { createViewerVerifier } from '@guildhall/kit/viewer';
import { UnsecuredJWT, generateKeyPair, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FixtureGateway, apiKey, startFixtureGateway } from '../../fixtures/graph.ts';
import { type TokenOptions, audience, claimsOf } from '../../fixtures/issuer.ts';

let graph: FixtureGateway;
beforeAll(async () => {
  graph = await startFixtureGateway();
});
afterAll(() => graph.close());
beforeEach(() => {
  graph.people.received.length = 0;
  graph.people.misbehave = undefined;
  graph.issuer.state.down = false;
});

const good = claimsOf('agent', 'people:read shifts:read');
const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

/** Asks `me` with the given Authorization headers, each sent as a line of its own. */
function askWith(...authorization: string[]) {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are compared, not typed
  return new Promise<{ status: number; challenge?: string; body: any }>((resolve, reject) => {
    const request = httpRequest(graph.gateway.url, { method: 'POST' }, async (response) => {
      let text = '';
      for await (const chunk of response) text += String(chunk);
      resolve({
        status: response.statusCode!,
        challenge: response.headers['www-authenticate'],
        body: JSON.parse(text),
      });
    });
    request.on('error', reject);
    request.setHeader('content-type', 'application/json');
    if (authorization.length > 0) request.setHeader('authorization', authorization);
    request.end(JSON.stringify({ query: '{ me { id } }' }));
  });
}
const bearer = async (claims: Record<string, unknown>, options?: TokenOptions) =>
  askWith(`Bearer ${await graph.issuer.token(claims, options)}`);

/** The viewer that the people subgraph was handed last. */
async function handedOver() {
  return createViewerVerifier(graph.publicJwks)(graph.people.received.at(-1)!.headers);
}

describe('a good credential', () => {
  test.each([
    ['signed with RS256', {}],
    ['signed with ES256', { alg: 'ES256' }],
    ['of the type JWT', { typ: 'JWT' }],
    ['that expired a moment ago, within the leeway', { expiresIn: -3 }],
    ['that holds in a moment, within the leeway', { notBefore: 3 }],
  ])('is a token %s', async (_quality, options) => {
    const { status, body } = await bearer(good, options);
    expect(body).toEqual({ data: { me: { id: '1' } } });
    expect(status).toBe(200);
  });

  test('names its scheme in any case', async () => {
    expect((await askWith(`bEARER ${await graph.issuer.token(good)}`)).status).toBe(200);
  });

  test('is handed over as the viewer that its claims describe', async () => {
    await bearer(good);
    expect(await handedOver()).toEqual({
      personId: good.person_id,
      organisationId: good.org_id,
      role: 'agent',
      scopes: ['people:read', 'shifts:read'],
    });
  });

  test('names its organisation by organisation_id before org_id, which some providers keep to themselves', async () => {
    const { org_id: organisationId, ...claims } = good;
    await bearer({ ...claims, organisation_id: organisationId, org_id: 'org_9ybsU1dN2dKfDkBi' });
    expect((await handedOver()).organisationId).toBe(organisationId);
  });

  test('has no scope that its role may not be granted', async () => {
    await bearer(claimsOf('agent', 'people:read people:write explorer:use shifts:read nonsense'));
    expect((await handedOver()).scopes).toEqual(['people:read', 'shifts:read']);
  });

  test('is an API key', async () => {
    expect((await askWith(basic(apiKey.id, apiKey.secret))).body).toEqual({ data: { me: { id: '1' } } });
    expect(await handedOver()).toEqual({
      personId: '018f0000-0000-7000-8000-000000000003',
      organisationId: good.org_id,
      role: 'facility',
      scopes: ['people:read'],
    });
  });

  test('is asked for once a minute, by the gateway itself, when it is an API key', async () => {
    const own = await startFixtureGateway();
    try {
      const use = async () =>
        own.ask(null, '{ me { id } }', {}, { authorization: basic(apiKey.id, apiKey.secret) });
      const lookUps = () => own.people.received.filter(({ query }) => query.includes('apiKey'));
      await use();
      await use();
      expect(lookUps()).toHaveLength(1);
      expect(lookUps()[0]!.variables).toEqual({ id: apiKey.id });
      expect(await createViewerVerifier(own.publicJwks)(lookUps()[0]!.headers)).toMatchObject({
        role: 'gateway',
      });
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
      await use();
      expect(lookUps()).toHaveLength(2);
    } finally {
      vi.useRealTimers();
      await own.close();
    }
  });
});

describe('a bad credential is refused with 401 and its reason, and nothing is executed', () => {
  const foreign = async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = new SignJWT(good).setProtectedHeader({ alg: 'RS256', kid: 'rsa-1', typ: 'at+jwt' });
    return token
      .setIssuer(graph.issuer.issuer)
      .setAudience(audience)
      .setExpirationTime('5m')
      .sign(privateKey);
  };
  const hmac = () =>
    new SignJWT(good)
      .setProtectedHeader({ alg: 'HS256', kid: 'rsa-1', typ: 'at+jwt' })
      .setIssuer(graph.issuer.issuer)
      .setAudience(audience)
      .setExpirationTime('5m')
      .sign(Buffer.from('a secret that is long enough for HS256'));
  const unsigned = () =>
    new UnsecuredJWT(good)
      .setIssuer(graph.issuer.issuer)
      .setAudience(audience)
      .setExpirationTime('5m')
      .encode();
  const token = (claims: Record<string, unknown>, options?: TokenOptions) => () =>
    graph.issuer.token(claims, options);
  const tampered = async () => {
    const [head, , signature] = (await graph.issuer.token(good)).split('.');
    return [
      head,
      Buffer.from(JSON.stringify({ ...good, role: 'company' })).toString('base64url'),
      signature,
    ].join('.');
  };

  test.each<[string, () => string | Promise<string>, string]>([
    ['expired', token(good, { expiresIn: -60 }), 'The access token has expired: get a new one.'],
    [
      'without an end',
      token(good, { expiresIn: null }),
      'The claim exp of the access token is missing or wrong.',
    ],
    ['not valid yet', token(good, { notBefore: 60 }), 'The access token is not valid yet.'],
    [
      'of another issuer',
      token(good, { issuer: 'https://elsewhere.example' }),
      'The access token is from another issuer.',
    ],
    [
      'for another audience',
      token(good, { audience: 'https://other.example' }),
      'The access token is for another audience.',
    ],
    [
      'that is no access token',
      token(good, { typ: 'logout+jwt' }),
      'The token is not an access token (typ at+jwt or JWT).',
    ],
    [
      'signed with another algorithm',
      token(good, { alg: 'PS256' }),
      'The access token has to be signed with RS256 or ES256.',
    ],
    ['signed with a shared secret', hmac, 'The access token has to be signed with RS256 or ES256.'],
    ['that is not signed', unsigned, 'The access token has to be signed with RS256 or ES256.'],
    ['signed with another key of the same name', foreign, 'The signature of the access token does not hold.'],
    ['that was changed', tampered, 'The signature of the access token does not hold.'],
    ['that is no token', () => 'nonsense', 'The access token is malformed.'],
    [
      'without a person',
      token({ ...good, person_id: undefined }),
      'The access token does not say who asks: person_id is not a UUID.',
    ],
    [
      'with a person that is no UUID',
      token({ ...good, person_id: '1 or 1=1' }),
      'The access token does not say who asks: person_id is not a UUID.',
    ],
    [
      'with an organisation that is no UUID',
      token({ ...good, org_id: 7 }),
      'The access token does not say who asks: org_id is not a UUID.',
    ],
    [
      'without a role',
      token({ ...good, role: undefined }),
      'The access token does not say who asks: role is missing.',
    ],
    [
      'in a role of the gateway’s own',
      token({ ...good, role: 'gateway' }),
      'The access token does not say who asks: role is not one of this graph.',
    ],
    [
      'in the role of the anonymous',
      token({ ...good, role: 'anonymous' }),
      'The access token does not say who asks: role is not one of this graph.',
    ],
  ])('when it is a token %s', async (_quality, make, description) => {
    const { status, challenge, body } = await askWith(`Bearer ${await make()}`);
    expect(status).toBe(401);
    expect(challenge).toBe(
      `Bearer realm="guildhall", error="invalid_token", error_description="${description}"`,
    );
    expect(body).toEqual({ errors: [{ message: description, extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(graph.calls()).toBe(0);
  });

  test('when it is a token signed with a key that the issuer does not publish', async () => {
    await graph.issuer.newKey('secret', { publish: false });
    const { status, challenge } = await bearer(good, { kid: 'secret' });
    expect(status).toBe(401);
    expect(challenge).toContain('signed with a key its issuer does not publish');
    expect(graph.calls()).toBe(0);
  });

  test.each([
    ['unknown', basic('ak_other', 'secret'), 'invalid_token'],
    ['with a wrong secret', basic(apiKey.id, 'wrong'), 'invalid_token'],
    ['without a secret', basic(apiKey.id, ''), 'invalid_request'],
    ['without a colon', `Basic ${Buffer.from('nonsense').toString('base64')}`, 'invalid_request'],
  ])('when it is an API key %s', async (_quality, header, code) => {
    const { status, challenge, body } = await askWith(header);
    expect(status).toBe(401);
    expect(challenge).toMatch(
      new RegExp(`^Basic realm="guildhall", charset="UTF-8", error="${code}", error_description=".+"$`),
    );
    expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect(graph.people.received.filter(({ query }) => !query.includes('apiKey'))).toEqual([]);
  });

  test.each([
    ['an empty header', ['']],
    ['a scheme alone', ['Bearer']],
    ['a token alone', ['eyJhbGciOiJub25lIn0.e30.']],
    ['an unknown scheme', ['Digest username=a']],
    ['two in one header', ['Bearer a, Basic b']],
    ['two headers', ['Bearer a', basic(apiKey.id, apiKey.secret)]],
    ['the same header twice', [basic(apiKey.id, apiKey.secret), basic(apiKey.id, apiKey.secret)]],
  ])('when it is %s', async (_quality, headers) => {
    const { status, challenge, body } = await askWith(...headers);
    expect(status).toBe(401);
    expect(challenge).toMatch(
      /^Bearer realm="guildhall", error="invalid_request", error_description="[^"]+", Basic /,
    );
    expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect(graph.calls()).toBe(0);
  });
});

describe('a token that held', () => {
  // A gateway of its own, since what it remembers is in the future when the clock is put right again.
  let own: FixtureGateway;
  beforeAll(async () => {
    own = await startFixtureGateway();
  });
  afterEach(() => vi.useRealTimers());
  afterAll(() => own.close());
  const statusOf = async (token: string) =>
    (await own.ask(null, '{ me { id } }', {}, { authorization: `Bearer ${token}` })).status;

  test('holds no longer than it says, however often it was used', async () => {
    const token = await own.issuer.token(good, { expiresIn: 20 });
    expect(await statusOf(token)).toBe(200);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 23_000 });
    expect(await statusOf(token)).toBe(200);
    vi.setSystemTime(Date.now() + 3_000);
    expect(await statusOf(token)).toBe(401);
  });

  test('is checked again after a minute', async () => {
    await own.issuer.newKey('withdrawn');
    await own.issuer.newKey('unknown', { publish: false });
    const token = await own.issuer.token(good, { kid: 'withdrawn' });
    expect(await statusOf(token)).toBe(200);
    own.issuer.state.published.pop();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 55_000 });
    // An unknown key makes the keys be fetched again.
    expect(await statusOf(await own.issuer.token(good, { kid: 'unknown' }))).toBe(401);
    expect(await statusOf(token)).toBe(200);
    vi.setSystemTime(Date.now() + 6_000);
    expect(await statusOf(token)).toBe(401);
  });
});

describe('the keys of the issuer', () => {
  test('are fetched again when a token names a new one', async () => {
    await bearer(good);
    await graph.issuer.newKey('rotated');
    expect((await bearer(good, { kid: 'rotated' })).status).toBe(200);
  });

  test('are fetched once for many tokens, and not over and over for unknown keys', async () => {
    const own = await startFixtureGateway({ keyCooldownMs: 60_000 });
    try {
      await own.issuer.newKey('unpublished', { publish: false });
      for (let i = 0; i < 3; i += 1) {
        await own.ask('agent', '{ me { id } }');
        const unknown = await own.issuer.token(good, { kid: 'unpublished' });
        const { status } = await own.ask(null, '{ me { id } }', {}, { authorization: `Bearer ${unknown}` });
        expect(status).toBe(401);
      }
      expect(own.issuer.state.keyRequests).toBe(1);
    } finally {
      await own.close();
    }
  });
});

describe('a credential that cannot be checked is refused with 503, never taken as anonymous', () => {
  test('when the issuer does not answer, and is checked once it does', async () => {
    const own = await startFixtureGateway();
    try {
      own.issuer.state.down = true;
      const { status, headers, body } = await own.ask('agent', '{ __typename }');
      expect(status).toBe(503);
      expect(headers.get('retry-after')).toBe('5');
      expect(body.errors).toEqual([
        {
          message:
            'Your access token cannot be checked, since the keys of its issuer cannot be fetched: try again shortly.',
          extensions: { code: 'UPSTREAM_UNAVAILABLE' },
        },
      ]);
      own.issuer.state.down = false;
      expect((await own.ask('agent', '{ __typename }')).status).toBe(200);
    } finally {
      await own.close();
    }
  });

  test('when the people subgraph does not answer', async () => {
    graph.people.misbehave = (response) => Boolean(response.writeHead(503).end());
    const { status, body } = await askWith(basic('ak_uncached', 'secret'));
    expect(status).toBe(503);
    expect(body.errors[0].message).toBe(
      'Your API key cannot be checked, since the service people does not answer: try again shortly.',
    );
  });
});

test('only a request without any credential is anonymous', async () => {
  const { status, body } = await askWith();
  expect(status).toBe(200);
  expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
  expect(graph.calls()).toBe(0);
});
