import { randomUUID } from 'node:crypto';

/**
 * The id of a request in logs, histories and error messages: the client's own when it is a UUID or
 * another short token, a new one otherwise.
 */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : randomUUID();
}
