import { z } from 'zod';
import { graphError } from './errors.ts';

/** An entity of another domain, as this one knows it: by its key. */
export interface EntityKey {
  readonly id: string;
}

const id = z.regexes.uuid();

/** Whether a text can be the id of a record: every id is a UUID (RFC 9562), others match nothing. */
export function isId(value: string): boolean {
  return id.test(value);
}

/**
 * An id that a query filters by.
 *
 * @param path Where it stands in the arguments, for the message.
 * @throws GraphQLError BAD_USER_INPUT when it cannot be an id.
 */
export function requireId(path: string, value: string): string {
  if (isId(value)) return value;
  throw graphError('BAD_USER_INPUT', `${path} is no id: ids look like 0192f0c4-7a3e-7c11-8a55-2f3c0d9b6e01.`);
}
