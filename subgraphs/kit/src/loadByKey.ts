import type { RequestContext } from './context.ts';
import { isId } from './id.ts';

/**
 * Loads a row by a key that is a UUID, batched: all keys of a request that are asked for under one name cost
 * one statement.
 *
 * @param name What is loaded, unique within the domain.
 * @param keyField The field of the row that holds the key.
 * @param fetch Reads the rows of several keys, in any order.
 * @returns The row, or null when there is none that the viewer may see, or the key is no UUID.
 */
export async function loadByKey<Row>(
  ctx: RequestContext<unknown>,
  name: string,
  keyField: keyof Row & string,
  key: string,
  fetch: (keys: string[]) => PromiseLike<Row[]>,
): Promise<Row | null> {
  if (!isId(key)) return null;
  const loader = ctx.loader<string, Row>(name, async (keys) => {
    const rows = await fetch([...keys]);
    return new Map(rows.map((row) => [String(row[keyField]), row]));
  });
  return loader.load(key.toLowerCase());
}
