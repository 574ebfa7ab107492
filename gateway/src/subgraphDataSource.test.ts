import type { ServerResponse } from 'node:http';
import { noTelemetry } from '@guildhall/kit/telemetry';
import { Histogram, Registry } from 'prom-client';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestSubgraph, startSubgraph } from '../fixtures/subgraph.ts';
import { type ClientGone, createClientGone } from './clientGone.ts';
import { defaultLimits } from './limits/limits.ts';
import { type SubgraphDataSource, createSubgraphDataSource } from './subgraphDataSource.ts';

let subgraph: TestSubgraph;
let source: SubgraphDataSource;
beforeEach(async () => {
  subgraph = await startSubgraph('type Query { a: Int } type Mutation { b: Int }', {
    Query: { a: () => 1 },
    Mutation: { b: () => 2 },
  });
  source = sourceWith(200);
});
afterEach(async () => {
  await source.close();
  await subgraph.close().catch(() => {});
});

/** So few that they are there in time on a busy machine, too. */
const responseBytes = 100_000;

function sourceWith(deadlineMs: number): SubgraphDataSource {
  const labelNames = ['subgraph', 'outcome'] as const;
  const seconds = new Histogram({
    name: 'seconds',
    help: 'for tests',
    labelNames,
    registers: [new Registry()],
  });
  const limits = { ...defaultLimits, responseBytes, subgraphSeconds: deadlineMs / 1000 };
  return createSubgraphDataSource({
    name: 'people',
    url: subgraph.url,
    limits,
    seconds,
    telemetry: noTelemetry,
    logger: silent,
  });
}

const silent = pino({ level: 'silent' });
const call = { subgraphHeaders: { 'x-org-id': 'o' }, logger: silent };
const body = (text: string) => JSON.stringify({ query: text, variables: {} });
const query = (clientGone?: ClientGone) =>
  source.send({ body: body('query Q__people__0 { a }'), kind: 'query' }, { ...call, clientGone });
const mutation = (clientGone?: ClientGone) =>
  source.send({ body: body('mutation { b }'), kind: 'mutation' }, { ...call, clientGone });
const answerWith = (status: number, type: string, body: string) => (response: ServerResponse) =>
  Boolean(response.writeHead(status, { 'content-type': type }).end(body));

/** Cuts the connection of the first call, whatever it is. */
function cutOnce() {
  subgraph.misbehave = (response) => {
    subgraph.misbehave = undefined;
    response.socket!.destroy();
    return true;
  };
}

describe('a call', () => {
  test('is compact JSON with the headers it is given', async () => {
    expect(await query()).toEqual({ data: { a: 1 } });
    expect(subgraph.received[0]!.headers).toMatchObject({
      'x-org-id': 'o',
      'content-type': 'application/json',
    });
  });

  test('of a query is sent once more on a new connection when its own is cut', async () => {
    await query();
    cutOnce();
    expect(await query()).toEqual({ data: { a: 1 } });
    expect(subgraph.received).toHaveLength(3);
  });

  test('of a query finds a subgraph that was restarted', async () => {
    await Promise.all([query(), query(), query()]);
    await subgraph.close();
    await subgraph.open();
    expect(await Promise.all([query(), query(), query()])).toEqual(Array(3).fill({ data: { a: 1 } }));
  });

  test('of a query is sent again on a connection that was not there before', async () => {
    const old = new Set<unknown>();
    subgraph.misbehave = (response) => {
      old.add(response.socket);
      return false;
    };
    await Promise.all([query(), query(), query(), query()]);
    subgraph.misbehave = (response) => old.has(response.socket) && Boolean(response.socket!.destroy());
    for (let i = 0; i < 4; i += 1) expect(await query()).toEqual({ data: { a: 1 } });
  });

  test('of a query is not sent a third time', async () => {
    subgraph.misbehave = (response) => Boolean(response.socket!.destroy());
    await expect(query()).rejects.toThrow(
      'The service people does not answer at the moment: try again shortly.',
    );
    expect(subgraph.received).toHaveLength(2);
  });

  test('of a mutation is never sent again, and its failure says that it may have happened', async () => {
    await query();
    cutOnce();
    await expect(mutation()).rejects.toThrow(
      'The service people did not answer: look whether the change has been made before you try again.',
    );
    expect(subgraph.received).toHaveLength(2);
  });

  test('that is not answered in time fails as one that may be tried again', async () => {
    subgraph.misbehave = () => true;
    await expect(query()).rejects.toMatchObject({ extensions: { code: 'UPSTREAM_UNAVAILABLE' } });
    expect(subgraph.received).toHaveLength(1);
  });

  test('that is answered bit by bit is not waited for without end', async () => {
    subgraph.misbehave = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
      return true;
    };
    await expect(query()).rejects.toMatchObject({ extensions: { code: 'UPSTREAM_UNAVAILABLE' } });
  });

  test('of a query ends when the client is gone, that of a mutation does not', async () => {
    await source.close();
    source = sourceWith(60_000);
    const client = createClientGone();
    const begun = Promise.withResolvers<ServerResponse>();
    subgraph.misbehave = (response) => (begun.resolve(response), true);
    const asked = expect(query(client.clientGone)).rejects.toMatchObject({
      extensions: { code: 'UPSTREAM_UNAVAILABLE' },
    });
    const closed = new Promise(
      (resolve) => void begun.promise.then((response) => response.on('close', resolve)),
    );
    await begun.promise;
    client.leave();
    await Promise.all([asked, closed]);

    const mutates = Promise.withResolvers<ServerResponse>();
    subgraph.misbehave = (response) => (mutates.resolve(response), true);
    const other = createClientGone();
    const changed = mutation(other.clientGone);
    const response = await mutates.promise;
    other.leave();
    response.setHeader('content-type', 'application/json').end('{"data":{"b":2}}');
    expect(await changed).toEqual({ data: { b: 2 } });
  });
});

describe('a subgraph that is silent', () => {
  const silence = { extensions: { code: 'UPSTREAM_UNAVAILABLE', service: 'people', retryable: true } };

  test('is not asked for a while after five calls, is asked again later, and then answers as before', async () => {
    subgraph.misbehave = () => true;
    source = sourceWith(50);
    for (let i = 0; i < 5; i += 1) await expect(query()).rejects.toMatchObject(silence);
    expect(subgraph.received).toHaveLength(5);
    // Neither sent nor waited for: a mutation has not happened, so that it may be tried again.
    await expect(query()).rejects.toMatchObject(silence);
    await expect(mutation()).rejects.toMatchObject(silence);
    expect(subgraph.received).toHaveLength(5);

    subgraph.misbehave = undefined;
    await expect.poll(() => query().catch(() => null)).toEqual({ data: { a: 1 } });
    expect(await Promise.all([query(), mutation()])).toEqual([{ data: { a: 1 } }, { data: { b: 2 } }]);
  });

  test('is not one whose clients go away, nor one that answers with errors or is slow for one operation', async () => {
    source = sourceWith(60_000);
    subgraph.misbehave = () => true;
    for (let i = 0; i < 6; i += 1) {
      const client = createClientGone();
      const asked = expect(query(client.clientGone)).rejects.toThrow();
      await expect.poll(() => subgraph.received.length).toBe(i + 1);
      client.leave();
      await asked;
    }
    subgraph.misbehave = answerWith(400, 'application/json', '{"errors":[{"message":"no"}]}');
    for (let i = 0; i < 6; i += 1) await query();
    subgraph.misbehave = () => true;
    const hurried = { ...call, endsAt: performance.now() + 20 };
    for (let i = 0; i < 6; i += 1) {
      const request = { body: body('{ a }'), kind: 'query' as const };
      await expect(source.send(request, hurried)).rejects.toMatchObject({
        extensions: { limit: 'operationSeconds' },
      });
    }
    subgraph.misbehave = undefined;
    expect(await query()).toEqual({ data: { a: 1 } });
  });
});

describe('an answer', () => {
  test('of more bytes than allowed fails, and names the limit', async () => {
    subgraph.misbehave = answerWith(200, 'application/json', ' '.repeat(responseBytes + 1));
    await expect(query()).rejects.toMatchObject({ extensions: { limit: 'responseBytes' } });
  });

  test.each([
    ['that the service is overloaded', 503, 'text/plain', 'no', 'UPSTREAM_UNAVAILABLE'],
    ['of a proxy without a service behind it', 502, 'text/html', '<html>', 'UPSTREAM_UNAVAILABLE'],
    ['that is no JSON', 200, 'text/html', '<html>', undefined],
    ['that says it is JSON and is not', 200, 'application/json', '<html>', undefined],
    ['that is JSON and no GraphQL', 200, 'application/json', '{"ok":true}', undefined],
    ['that is a list', 200, 'application/json', '[]', undefined],
    ['that refuses the viewer', 401, 'application/json', '{"errors":[{"message":"no"}]}', undefined],
  ])('%s fails', async (_kind, status, type, body, code) => {
    subgraph.misbehave = answerWith(status, type, body);
    const error = await query().catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(Error);
    expect((error as { extensions?: { code: string } }).extensions?.code).toBe(code);
  });

  test('with a bad status keeps the errors that are in it', async () => {
    const errors = [{ message: 'too many', path: ['a'], extensions: { code: 'LIMIT_EXCEEDED' } }];
    subgraph.misbehave = answerWith(
      400,
      'application/graphql-response+json; charset=utf-8',
      JSON.stringify({ errors }),
    );
    expect(await query()).toEqual({ data: undefined, errors });
  });

  test('that the database is silent names the service, and says of a query that it may be tried again', async () => {
    const errors = [{ message: 'x', path: ['a'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }];
    subgraph.misbehave = answerWith(200, 'application/json', JSON.stringify({ data: { a: null }, errors }));
    const { data, errors: told } = await query();
    expect(data).toEqual({ a: null });
    expect(told).toMatchObject([
      { path: ['a'], extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } },
    ]);
    expect(told![0]!.message).toMatch(/^The service \w+ does not answer/);
  });
});
