import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FixtureGateway, type GraphAnswer, apiKey, startFixtureGateway } from '../fixtures/graph.ts';
import { claimsOf } from '../fixtures/issuer.ts';
import { readTrustedDocuments } from './trustedDocuments.ts';

const registered = 'query Me($with: Boolean!) { me { id name @include(if: $with) } }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

let folder: string;
let graph: FixtureGateway;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-documents-'));
  writeFileSync(join(folder, 'web.json'), JSON.stringify({ [hashOf(registered)]: registered }));
  writeFileSync(join(folder, `${apiKey.id}.json`), '{}');
  graph = await startFixtureGateway({ trustedDocuments: readTrustedDocuments(folder) });
});
afterAll(async () => {
  await graph.close();
  rmSync(folder, { recursive: true });
});

async function send(client: string | null, body: object, method = 'POST') {
  const claims = { ...claimsOf('agent', 'people:read'), ...(client !== null && { client_id: client }) };
  const response = await fetch(graph.gateway.url, {
    method,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await graph.issuer.token(claims)}`,
    },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as GraphAnswer['body'] };
}

const answer = { data: { me: { id: '1', name: 'Person 1' } } };
const variables = { with: true };

describe('a client that is bound to registered operations', () => {
  test.each([
    ['by the id of its document', { documentId: `sha256:${hashOf(registered)}` }],
    [
      'by its hash as Apollo’s clients send it',
      { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(registered) } } },
    ],
    ['by its text', { query: registered }],
    ['by both', { query: registered, documentId: `sha256:${hashOf(registered)}` }],
  ])('runs one of them %s', async (_how, body) => {
    expect(await send('web', { ...body, variables })).toEqual({ status: 200, body: answer });
  });

  test.each([
    ['another operation', { query: '{ me { id } }' }],
    ['a hash that is not registered', { documentId: `sha256:${hashOf('{ me { id } }')}` }],
    [
      'another text under a registered hash',
      { query: '{ me { id } }', documentId: `sha256:${hashOf(registered)}` },
    ],
    ['no operation', {}],
    ['a list of operations', [{ query: registered }]],
    ['the name of what every object inherits', { documentId: 'constructor' }],
  ])('may not run %s', async (_what, body) => {
    const { status, body: refusal } = await send('web', body);
    expect(status).toBe(403);
    expect(refusal.errors![0]).toEqual({
      message:
        'The client web may run its registered operations alone, and this is none of them: register it with the next release of the client.',
      extensions: { code: 'FORBIDDEN' },
    });
  });

  test('sends them by POST', async () => {
    expect((await send('web', {}, 'GET')).status).toBe(405);
  });

  test('may be an API key', async () => {
    const authorization = `Basic ${Buffer.from(`${apiKey.id}:${apiKey.secret}`).toString('base64')}`;
    const { status } = await graph.ask(null, '{ me { id } }', {}, { authorization });
    expect(status).toBe(403);
  });
});

test('other clients, and tokens of none, run what they like', async () => {
  expect((await send('explorer', { query: '{ me { id } }' })).status).toBe(200);
  expect((await send(null, { query: '{ me { id } }' })).status).toBe(200);
});

describe('a folder of registered operations', () => {
  test('that is not there binds nobody', () => {
    expect(readTrustedDocuments(join(folder, 'nowhere')).size).toBe(0);
  });

  test.each([
    ['whose hash is of another text', { [hashOf('a')]: 'b' }, 'a key is not the SHA-256 of its document'],
    ['with a key that is no hash', { a: 'b' }, 'Invalid key in record'],
  ])('with a file %s is refused by its name', (_kind, content, reason) => {
    const other = mkdtempSync(join(tmpdir(), 'guildhall-documents-'));
    writeFileSync(join(other, 'web.json'), JSON.stringify(content));
    expect(() => readTrustedDocuments(other)).toThrow(
      `web.json in the folder of trusted documents cannot be used: ${reason}`,
    );
    rmSync(other, { recursive: true });
  });
});
