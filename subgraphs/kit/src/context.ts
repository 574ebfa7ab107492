import DataLoader from 'dataloader';
import type { Logger } from './logger.ts';
import type { ReadRows } from './readRows.ts';
import type { Viewer } from './viewer.ts';

/** Finds many records at once: by key in a map, or in the order of the keys with null for what is not there. */
export type Batch<K, V> = (keys: readonly K[]) => Promise<ReadonlyMap<K, V> | readonly (V | null)[]>;

/** What resolvers and services are handed with each request. */
export interface RequestContext<Client> {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Writes the request id with every line. */
  readonly logger: Logger;
  /** The domain's Prisma client; it sees the rows that the viewer may see. */
  readonly db: Client;
  /** Reads rows by a `select` of our own, as the viewer; for lists and loaders, and never inside a transaction. */
  readonly read: ReadRows;
  /**
   * The loader of this name for this request, made on first use: what is loaded by key in one tick is
   * fetched by one batch, and once.
   *
   * @param name one for each batch function, for example `facility`.
   * @param batch fetches the records of the keys in one statement.
   */
  loader<K, V>(name: string, batch: Batch<K, V>): DataLoader<K, V | null>;
  /** What is made once for this request, on first use, and kept under a key of its maker's own. */
  once<Value>(key: object, make: () => Value): Value;
}

/**
 * Makes the context of one request.
 *
 * @param request.logger of the service; the context's own writes the request id as well.
 */
export function createContext<Client>(request: {
  viewer: Viewer;
  requestId: string;
  logger: Logger;
  db: Client;
  read: ReadRows;
}): RequestContext<Client> {
  const loaders = new Map<string, DataLoader<unknown, unknown>>();
  const kept = new Map<object, unknown>();
  const { viewer, requestId, db, read } = request;
  let logger: Logger | undefined;
  return {
    viewer,
    requestId,
    db,
    read,
    // Most requests have nothing to say.
    get logger() {
      return (logger ??= request.logger.child({ requestId }));
    },
    loader<K, V>(name: string, batch: Batch<K, V>) {
      let loader = loaders.get(name) as DataLoader<K, V | null> | undefined;
      if (!loader) {
        loader = new DataLoader<K, V | null>(async (keys) => {
          const found = await batch(keys);
          return isMap(found) ? keys.map((key) => found.get(key) ?? null) : found;
        });
        loaders.set(name, loader as DataLoader<unknown, unknown>);
      }
      return loader;
    },
    once<Value>(key: object, make: () => Value) {
      let value = kept.get(key) as Value | undefined;
      if (value === undefined) kept.set(key, (value = make()));
      return value;
    },
  };
}

function isMap<K, V>(found: ReadonlyMap<K, V> | readonly (V | null)[]): found is ReadonlyMap<K, V> {
  return found instanceof Map;
}
