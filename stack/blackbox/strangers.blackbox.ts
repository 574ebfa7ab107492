import { expect, test } from 'vitest';
import { send } from './gateway.ts';

test('who does not sign in gets nothing, and is told to', async () => {
  const answer = await send({}, '{ shifts { nodes { id } } me { name } }');
  expect(answer.data ?? null).toBeNull();
  expect(answer.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
});

test.each([
  ['a token that is none', { authorization: 'Bearer nonsense' }],
  [
    'an unsigned token',
    { authorization: `Bearer ${encode({ alg: 'none' })}.${encode({ sub: 'someone', role: 'company' })}.` },
  ],
  ['an unknown key', { authorization: `Basic ${Buffer.from('nobody:secret').toString('base64')}` }],
  ['an unknown scheme', { authorization: 'Digest username="someone"' }],
])('%s is refused with the reason, never taken for nobody', async (_what, headers) => {
  const answer = await send(headers, '{ __typename }');
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toMatch(/error|realm/);
  expect(answer.data ?? null).toBeNull();
});

test('a viewer that a client makes up is not believed', async () => {
  const answer = await send(
    { 'x-org-id': '00000000-0000-7000-8000-000000000000', 'x-guildhall-viewer': 'made-up' },
    '{ me { name } }',
  );
  expect(answer.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
});

test('a document that cannot be read or does not fit the graph is refused with what is wrong', async () => {
  const broken = await send({}, '{ me {');
  expect(broken.status).toBe(400);
  expect(broken.errors?.[0]?.extensions['code']).toBe('GRAPHQL_PARSE_FAILED');
  const unknown = await send({}, '{ noSuchField }');
  expect(unknown.status).toBe(400);
  expect(unknown.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
});

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
