import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Action {
  onExecutePostLogin(event: object, api: object): Promise<void>;
}
const { onExecutePostLogin } = createRequire(import.meta.url)('../auth0/loginAction.cjs') as Action;

const claims = (organisationId: string, role: string) => ({ personId: 'person', organisationId, role });
const known: Record<string, object[]> = {
  'google-oauth2|cora': [claims('home', 'facility'), claims('company', 'company')],
  'google-oauth2|finn': [claims('home', 'facility')],
};
/** In the place of the graph. */
const graph = createServer(async (request, response) => {
  expect(request.headers.authorization).toBe(`Basic ${Buffer.from('id:secret').toString('base64')}`);
  const { query, variables } = (await json(request)) as { query: string; variables: { subject: string } };
  expect(query).toContain('loginClaims(subject: $subject)');
  response.end(JSON.stringify({ data: { loginClaims: known[variables.subject] ?? [] } }));
});
let url: string;
beforeAll(async () => {
  graph.listen(0, '127.0.0.1');
  await once(graph, 'listening');
  url = `http://127.0.0.1:${(graph.address() as AddressInfo).port}`;
});
afterAll(() => void graph.close());

/** What a token says of a person; the reason where none is given. */
async function signIn(subject: string, event: object = {}, graphUrl = url): Promise<object | string> {
  const said: Record<string, string> = {};
  let refused: string | undefined;
  await onExecutePostLogin(
    {
      user: { user_id: subject },
      client: { client_id: 'web' },
      request: { query: {}, body: {} },
      resource_server: { identifier: 'https://graph.example' },
      secrets: { GRAPH_URL: graphUrl, IDENTITY_KEY: 'id:secret', GRAFANA_CLIENT: 'grafana' },
      ...event,
    },
    {
      access: { deny: (reason: string) => (refused = reason) },
      accessToken: { setCustomClaim: (name: string, value: string) => (said[name] = value) },
    },
  );
  return refused ?? said;
}
const saying = (organisation: string, role: string) => ({
  'https://graph.example/person_id': 'person',
  'https://graph.example/org_id': organisation,
  'https://graph.example/role': role,
});

test('a token says of a person what the graph does, for the organisation that was asked for', async () => {
  expect(await signIn('google-oauth2|finn')).toEqual(saying('home', 'facility'));
  const company = { organisation: 'company' };
  expect(await signIn('google-oauth2|cora', { request: { query: company } })).toEqual(
    saying('company', 'company'),
  );
  // A renewal says it in its body.
  expect(await signIn('google-oauth2|cora', { request: { body: company } })).toEqual(
    saying('company', 'company'),
  );
});

test('nobody gets one whom the graph does not know, for another organisation, or while it does not answer', async () => {
  expect(await signIn('google-oauth2|nobody')).toContain('You do not belong');
  expect(await signIn('google-oauth2|finn', { request: { query: { organisation: 'company' } } })).toContain(
    'You do not belong',
  );
  expect(await signIn('google-oauth2|finn', {}, 'http://127.0.0.1:1')).toContain('try again in a minute');
});

test('Grafana is for support staff, and is told nothing', async () => {
  const grafana = { client: { client_id: 'grafana' }, resource_server: undefined };
  expect(await signIn('google-oauth2|finn', grafana)).toContain('You do not belong');
  expect(await signIn('google-oauth2|cora', grafana)).toEqual({});
});
