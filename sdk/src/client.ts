import { type AnswerError, GuildhallError } from './guildhallError.ts';
import { retryDelay } from './retryDelay.ts';
import type { MutationSelection, QuerySelection } from './schema.generated.ts';
import type {
  ConnectionField,
  Exact,
  MutationResult,
  Node,
  PageSelection,
  QueryResult,
} from './selection.ts';
import { typeMap } from './typeMap.generated.ts';
import { type Operation, writeOperation } from './writeOperation.ts';

export { type AnswerError, GuildhallError, type RefusedField } from './guildhallError.ts';
export type { ConnectionField, MutationResult, MutationSelection, Node, QueryResult, QuerySelection };

/** How a client reaches the graph. */
export interface ClientOptions {
  /** The address of the graph, for example `https://graph.guildhall.example/graphql`. */
  url: string | URL;
  /**
   * Your access token, or a function that returns one. The function is asked before each request; when the graph no
   * longer takes what it returned, it is asked once more, with `renew: true`, and the request is sent again.
   */
  token: string | ((asked: { renew: boolean }) => string | Promise<string>);
  /** How long one answer may take, in milliseconds; 30,000 when left out. */
  timeoutMs?: number;
  /**
   * How often a query is sent again when the graph is busy (429, 503) or cannot be reached; 3 when left out, 0 for
   * never. Mutations are never sent again.
   */
  retries?: number;
  /** Longest wait before a query is sent again, in milliseconds; 60,000 when left out. If the graph asks for more, the query fails. */
  maxRetryDelayMs?: number;
  /** In place of the `fetch` that the platform has. */
  fetch?: typeof fetch;
}

/** How one request is made. */
export interface RequestOptions {
  /** Gives the request up: it rejects with the signal's reason. */
  signal?: AbortSignal;
  /** How long the answer may take, in milliseconds, in place of the client's `timeoutMs`. */
  timeoutMs?: number;
  /** A name for the operation, in letters, digits and underscores, by which it is found in the graph's logs. */
  name?: string;
}

/** How a list is paged through. */
export interface ListOptions extends RequestOptions {
  /** How many records to ask for at once, 1 to 100; 50 when left out. */
  pageSize?: number;
}

/** A client of the partner contract. */
export interface Client {
  /**
   * Asks for the fields that a selection names.
   *
   * @param selection fields as `true`, or as an object with the fields wanted of them; `__args` for arguments.
   * @returns those fields; times are strings in UTC as RFC 3339 writes them, days as ISO 8601 does.
   * @throws GuildhallError when the graph refuses or cannot answer; TypeError for what the contract does not have.
   */
  query<const Selection extends QuerySelection>(
    selection: Selection & Exact<Selection, QuerySelection>,
    options?: RequestOptions,
  ): Promise<QueryResult<Selection>>;
  /**
   * Changes something. What a person can act on comes back as one of the types of the result, to `switch` on by
   * `__typename`; it is no error. A mutation is sent once: when it fails with `TIMEOUT` or `NETWORK`, look whether it was
   * done before you repeat it.
   *
   * @param selection as for a query, with `"... on Type"` for each type of the result.
   * @throws GuildhallError, TypeError as a query does.
   */
  mutate<const Selection extends MutationSelection>(
    selection: Selection & Exact<Selection, MutationSelection>,
    options?: RequestOptions,
  ): Promise<MutationResult<Selection>>;
  /**
   * Walks through all records of a list, asking for page after page as they are needed.
   *
   * @param field the query that returns the list, for example `shifts`.
   * @param selection its `nodes`, and in `__args` which records, in which order.
   * @throws GuildhallError, TypeError as a query does; RangeError for a page size that the graph does not serve.
   */
  list<Field extends ConnectionField, const Selection extends PageSelection<Field>>(
    field: Field,
    selection: Selection & Exact<Selection, PageSelection<Field>>,
    options?: ListOptions,
  ): AsyncGenerator<Node<Field, Selection>, void, undefined>;
}

/**
 * Makes a client of the graph. It holds no connection of its own and needs no closing.
 *
 * @throws TypeError when the address is none.
 */
export function createClient({
  url,
  token,
  timeoutMs = 30_000,
  retries = 3,
  maxRetryDelayMs = 60_000,
  fetch: send = globalThis.fetch,
}: ClientOptions): Client {
  const address = new URL(url);

  async function request(kind: 'query' | 'mutation', selection: object, options: RequestOptions) {
    const operation = writeOperation(typeMap, kind, selection, options.name);
    let renewed = false;
    for (let attempt = 0; ;) {
      options.signal?.throwIfAborted();
      const sent = await attemptOnce(operation, options, renewed);
      if (sent.status === 401 && !renewed && typeof token === 'function') {
        // Refused before anything ran, so that a mutation may be sent again as well.
        renewed = true;
        continue;
      }
      const mayRepeat = kind === 'query' && attempt < retries && sent.mayPass;
      const wait = mayRepeat ? retryDelay(attempt, sent.retryAfter) : Infinity;
      if (wait > maxRetryDelayMs) return dataOf(sent);
      attempt += 1;
      await pause(wait, options.signal);
    }
  }

  async function attemptOnce(
    operation: Operation,
    { signal, timeoutMs: longest = timeoutMs }: RequestOptions,
    renew: boolean,
  ): Promise<Sent> {
    const timeout = AbortSignal.timeout(longest);
    const bearer = typeof token === 'function' ? await token({ renew }) : token;
    try {
      const response = await send(address, {
        method: 'POST',
        headers: {
          accept: 'application/graphql-response+json, application/json',
          'content-type': 'application/json',
          authorization: `Bearer ${bearer}`,
        },
        body: JSON.stringify(operation),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      return {
        status: response.status,
        requestId: response.headers.get('x-request-id'),
        retryAfter: response.headers.get('retry-after'),
        mayPass: response.status === 429 || response.status === 503,
        text: await response.text(),
      };
    } catch (error) {
      signal?.throwIfAborted();
      const failure = timeout.aborted
        ? new GuildhallError(`No answer came within ${longest} ms.`, { code: 'TIMEOUT', cause: error })
        : new GuildhallError(`The graph at ${address.origin} could not be reached.`, {
            code: 'NETWORK',
            cause: error,
          });
      return {
        status: null,
        requestId: null,
        retryAfter: null,
        mayPass: failure.code === 'NETWORK',
        failure,
      };
    }
  }

  async function* list(field: string, selection: object, { pageSize = 50, ...options }: ListOptions) {
    if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 100) {
      throw new RangeError(`A page has 1 to 100 records; ${pageSize} is no such number.`);
    }
    const args = (selection as { __args?: object }).__args;
    let after: string | null = null;
    do {
      const page: object = {
        ...selection,
        __args: { ...args, first: pageSize, ...(after === null ? {} : { after }) },
        pageInfo: { hasNextPage: true, endCursor: true },
      };
      const data = (await request('query', { [field]: page }, options)) as Record<string, Page | null>;
      const got = data[field];
      if (!got) {
        // Not the end of the list: to end here would look as if there were no more.
        throw new GuildhallError(`The graph has no list ${field} for you.`, { code: 'BAD_ANSWER', data });
      }
      const { nodes, pageInfo }: Page = got;
      yield* nodes;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
  }

  // The types of the selections say what comes back; at run time it is what the graph sent.
  return {
    query: (selection: object, options: RequestOptions = {}) => request('query', selection, options),
    mutate: (selection: object, options: RequestOptions = {}) => request('mutation', selection, options),
    list: (field: string, selection: object, options: ListOptions = {}) => list(field, selection, options),
  } as Client;
}

interface Page {
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** What became of one request. */
interface Sent {
  status: number | null;
  requestId: string | null;
  retryAfter: string | null;
  /** Whether the same request may pass later. */
  mayPass: boolean;
  text?: string;
  failure?: GuildhallError;
}

interface Answer {
  data?: unknown;
  errors?: AnswerError[];
}

function dataOf({ status, requestId, text, failure }: Sent): unknown {
  if (failure) throw failure;
  const answer = parseAnswer(text ?? '');
  if (answer === null) {
    throw new GuildhallError(`What came with status ${status} is no answer of a graph.`, {
      code: 'BAD_ANSWER',
      status,
      requestId,
    });
  }
  const { data, errors = [] } = answer;
  if (errors.length > 0) {
    throw new GuildhallError(errors.map(({ message }) => message).join('\n'), {
      code: String(errors[0]!.extensions?.['code'] ?? 'INTERNAL'),
      status,
      requestId,
      errors,
      data: data ?? undefined,
    });
  }
  return data;
}

function parseAnswer(text: string): Answer | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const { data, errors } = parsed as { data?: unknown; errors?: unknown };
  const hasData = typeof data === 'object' && data !== null;
  const hasErrors = Array.isArray(errors) && errors.length > 0;
  return hasData || hasErrors ? (parsed as Answer) : null;
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp);
      resolve();
    }, ms);
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    signal?.addEventListener('abort', giveUp, { once: true });
  });
}
