import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ClientOptions, GuildhallError, createClient } from './client.ts';

interface Received {
  authorization: string | undefined;
  body: { query: string; variables: Record<string, unknown>; operationName?: string };
}
interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A graph that answers each request with the next of the replies, the last one again and again. */
let replies: (Reply | ((received: Received) => Reply) | 'hang')[];
let received: Received[];
let url: string;
let close: () => Promise<void>;

beforeEach(async () => {
  replies = [];
  received = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
});
afterEach(async () => {
  vi.useRealTimers();
  await close();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  received.push({
    authorization: request.headers.authorization,
    body: JSON.parse(Buffer.concat(chunks).toString()),
  });
  const next = replies.length > 1 ? replies.shift()! : replies[0]!;
  if (next === 'hang') return;
  const { status = 200, headers = {}, body } = typeof next === 'function' ? next(received.at(-1)!) : next;
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'r-1', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

const me: Reply = { body: { data: { me: { name: 'Ada' } } } };
const clientOf = (options: Partial<ClientOptions> = {}) => createClient({ url, token: 'secret', ...options });
const refusal = (code: string, extensions: object = {}): Reply => ({
  body: { errors: [{ message: `No: ${code}.`, extensions: { code, ...extensions } }], data: null },
});

async function failureOf(promise: Promise<unknown>): Promise<GuildhallError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(GuildhallError);
  return error as GuildhallError;
}

/**
 * Runs a client whose graph answers with the given statuses in turn, `null` where it cannot be reached, and passes
 * every wait by.
 *
 * @returns what came of it, how long each wait was to be, and how many requests there were.
 */
async function withoutWaiting<Value>(
  statuses: readonly (number | null | { status: number; retryAfter: string })[],
  work: (client: ReturnType<typeof createClient>) => Promise<Value>,
  options: Partial<ClientOptions> = {},
): Promise<{ value: Value; waits: number[]; requests: number }> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  let requests = 0;
  const client = clientOf({
    ...options,
    fetch: async () => {
      const next = statuses[Math.min(requests, statuses.length - 1)]!;
      requests += 1;
      if (next === null) throw new TypeError('fetch failed');
      const { status, retryAfter } =
        typeof next === 'number' ? { status: next, retryAfter: undefined } : next;
      const { body } = status === 200 ? me : refusal('LIMIT_EXCEEDED');
      return Response.json(body, {
        status,
        headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
      });
    },
  });
  const waits: number[] = [];
  let done = false;
  const settled = work(client).finally(() => {
    done = true;
  });
  while (!done) {
    await new Promise((resolve) => setImmediate(resolve));
    const before = Date.now();
    if (vi.getTimerCount() === 0) continue;
    await vi.advanceTimersToNextTimerAsync();
    waits.push(Date.now() - before);
  }
  return { value: await settled, waits, requests };
}

test('a query goes out as GraphQL with the token, and what comes back is its data', async () => {
  replies = [me];
  expect(await clientOf().query({ me: { name: true } }, { name: 'Me' })).toEqual({ me: { name: 'Ada' } });
  expect(received).toEqual([
    {
      authorization: 'Bearer secret',
      body: { query: 'query Me { me { name } }', variables: {}, operationName: 'Me' },
    },
  ]);
});

describe('the token', () => {
  test('is asked for before each request', async () => {
    replies = [me];
    let count = 0;
    const client = clientOf({ token: async () => `token-${(count += 1)}` });
    await client.query({ me: { name: true } });
    await client.query({ me: { name: true } });
    expect(received.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('is renewed once when the graph no longer takes it, for a mutation too', async () => {
    replies = [
      { ...refusal('UNAUTHENTICATED'), status: 401 },
      { body: { data: { claimShift: { __typename: 'NotFound' } } } },
    ];
    const asked: boolean[] = [];
    const client = clientOf({
      token: ({ renew }) => {
        asked.push(renew);
        return renew ? 'new' : 'old';
      },
    });
    const { claimShift } = await client.mutate({
      claimShift: { __args: { input: { id: 's' } }, '... on Refusal': { message: true } },
    });
    expect(claimShift.__typename).toBe('NotFound');
    expect(asked).toEqual([false, true]);
    expect(received.map(({ authorization }) => authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  test('is not renewed twice, and not at all when it is text', async () => {
    replies = [{ ...refusal('UNAUTHENTICATED'), status: 401 }];
    const renewing = await failureOf(clientOf({ token: () => 'old' }).query({ me: { name: true } }));
    expect({ code: renewing.code, status: renewing.status }).toEqual({
      code: 'UNAUTHENTICATED',
      status: 401,
    });
    expect(received).toHaveLength(2);
    await failureOf(clientOf().query({ me: { name: true } }));
    expect(received).toHaveLength(3);
  });
});

describe('a failure', () => {
  test('of the graph tells its code, the request id, what was refused and what came all the same', async () => {
    const refused = [{ field: 'Shift.rate', needs: ['the role company'] }];
    replies = [
      {
        body: {
          errors: [
            { message: 'You may not.', extensions: { code: 'FORBIDDEN', refused } },
            { message: 'Staffing is away.', path: ['shifts'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
          ],
          data: { me: { name: 'Ada' }, shifts: null },
        },
      },
    ];
    const error = await failureOf(clientOf().query({ me: { name: true } }));
    expect(error).toMatchObject({
      name: 'GuildhallError',
      message: 'You may not.\nStaffing is away.',
      code: 'FORBIDDEN',
      requestId: 'r-1',
      status: 200,
      refused,
      data: { me: { name: 'Ada' }, shifts: null },
    });
    expect(error.errors[1]!.path).toEqual(['shifts']);
  });

  test.for(['<html>Bad gateway</html>', '[]', '{}', '{"data":null}', 'null'])(
    'is BAD_ANSWER when what comes is no answer of a graph: %s',
    async (body) => {
      replies = [{ status: 502, body }];
      const error = await failureOf(clientOf().query({ me: { name: true } }));
      expect({ code: error.code, status: error.status, requestId: error.requestId }).toEqual({
        code: 'BAD_ANSWER',
        status: 502,
        requestId: 'r-1',
      });
    },
  );

  test('is TIMEOUT when no answer comes in time, and the query is not sent again', async () => {
    replies = ['hang'];
    const error = await failureOf(clientOf({ timeoutMs: 30 }).query({ me: { name: true } }));
    expect({ code: error.code, message: error.message }).toEqual({
      code: 'TIMEOUT',
      message: 'No answer came within 30 ms.',
    });
    expect(received).toHaveLength(1);
  });

  test('is the reason of the signal when the caller gives up, before or while waiting', async () => {
    replies = ['hang'];
    const reason = new Error('the user left');
    await expect(
      clientOf().query({ me: { name: true } }, { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
    expect(received).toEqual([]);
    const leaving = new AbortController();
    const query = clientOf().query({ me: { name: true } }, { signal: leaving.signal });
    await expect.poll(() => received).toHaveLength(1);
    leaving.abort(reason);
    await expect(query).rejects.toBe(reason);
  });
});

describe('a busy graph', () => {
  const ask = (client: ReturnType<typeof createClient>) => client.query({ me: { name: true } });
  const change = (client: ReturnType<typeof createClient>) =>
    client.mutate({ giveBackShift: { __args: { input: { id: 's' } }, '... on Refusal': { message: true } } });

  test.for([429, 503])('gets a query again after %i, not before it asked to', async (status) => {
    const { value, waits, requests } = await withoutWaiting([{ status, retryAfter: '7' }, status, 200], ask);
    expect(value).toEqual({ me: { name: 'Ada' } });
    expect(requests).toBe(3);
    expect(waits[0]).toBe(7_000);
    expect(waits[1]).toBeLessThanOrEqual(400);
  });

  test('gets a query again as often as was said, and then its refusal comes out', async () => {
    const { value, requests } = await withoutWaiting([429], (client) => failureOf(ask(client)), {
      retries: 2,
    });
    expect(value).toMatchObject({ code: 'LIMIT_EXCEEDED', status: 429 });
    expect(requests).toBe(3);
  });

  test('that asks for a longer wait than was allowed is not asked again', async () => {
    const { value, requests } = await withoutWaiting([{ status: 429, retryAfter: '3600' }], (client) =>
      failureOf(ask(client)),
    );
    expect(value.status).toBe(429);
    expect(requests).toBe(1);
  });

  test('that cannot be reached gets a query again, and then says that it could not be reached', async () => {
    expect((await withoutWaiting([null, 200], ask)).value).toEqual({ me: { name: 'Ada' } });
    const { value } = await withoutWaiting([null], (client) => failureOf(ask(client)));
    expect(value).toMatchObject({ code: 'NETWORK', status: null, requestId: null });
  });

  test.for([[429], [503], [null]] as const)('never gets a mutation again: %j', async ([status]) => {
    const { requests } = await withoutWaiting([status], (client) => failureOf(change(client)));
    expect(requests).toBe(1);
  });

  test('that has another failure is not asked again', async () => {
    const { requests } = await withoutWaiting([500], (client) => failureOf(ask(client)));
    expect(requests).toBe(1);
  });

  test('is no longer waited for when the caller gives up', async () => {
    replies = [{ ...refusal('LIMIT_EXCEEDED'), status: 503, headers: { 'retry-after': '30' } }];
    const leaving = new AbortController();
    const query = clientOf().query({ me: { name: true } }, { signal: leaving.signal });
    await expect.poll(() => received).toHaveLength(1);
    leaving.abort(new Error('the user left'));
    await expect(query).rejects.toThrow('the user left');
  });
});

describe('a list', () => {
  const all = ['a', 'b', 'c', 'd', 'e'];
  const page = ({ body: { variables } }: Received): Reply => {
    const { first, after } = Object.fromEntries(
      Object.entries({ first: variables['v2'], after: variables['v3'] }),
    ) as { first: number; after?: string };
    const start = after === undefined ? 0 : all.indexOf(after) + 1;
    const nodes = all.slice(start, start + first).map((id) => ({ id }));
    return {
      body: {
        data: {
          shifts: {
            nodes,
            pageInfo: { hasNextPage: start + first < all.length, endCursor: nodes.at(-1)?.id ?? null },
          },
        },
      },
    };
  };
  const selection = { __args: { filter: { openOnly: true } }, nodes: { id: true } } as const;

  test.for([1, 2, 5, 100])('is walked through to its end, %i at a time', async (pageSize) => {
    replies = [page];
    const ids: string[] = [];
    for await (const { id } of clientOf().list('shifts', selection, { pageSize })) ids.push(id);
    expect(ids).toEqual(all);
    expect(received).toHaveLength(Math.ceil(all.length / pageSize));
    expect(received[0]!.body.variables['v1']).toEqual({ openOnly: true });
  });

  test('that is not there is an error, and no list without records', async () => {
    replies = [{ body: { data: { shifts: null } } }];
    expect((await failureOf(clientOf().list('shifts', selection).next())).code).toBe('BAD_ANSWER');
  });

  test('asks for no page that nobody wants', async () => {
    replies = [page];
    for await (const { id } of clientOf().list('shifts', selection, { pageSize: 2 })) if (id === 'b') break;
    expect(received).toHaveLength(1);
  });

  test.for([0, 101, 1.5, Number.NaN])('has no pages of %d records', async (pageSize) => {
    const walk = clientOf().list('shifts', selection, { pageSize });
    await expect(walk.next()).rejects.toThrow(RangeError);
    expect(received).toEqual([]);
  });
});

test('an address that is none is refused at once', () => {
  expect(() => createClient({ url: 'graph.example', token: '' })).toThrow(TypeError);
});
