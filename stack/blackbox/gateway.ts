import { inject } from 'vitest';

/** Where the journeys go, and as whom: an Authorization header for each persona that was given. */
export interface BlackboxTarget {
  url: string;
  credentials: Partial<Record<'company' | 'facility' | 'agent', string>>;
  /** Whether records may be made; they are deleted again. */
  write: boolean;
}

declare module 'vitest' {
  interface ProvidedContext {
    target: BlackboxTarget;
  }
}

export const target = inject('target');

export interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are compared, not typed
  data?: any;
  errors?: { message: string; extensions: Record<string, unknown> }[];
}

/** Sends an operation with these headers. */
export async function send(
  headers: Record<string, string>,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const response = await fetch(target.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(15_000),
  });
  const body = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, ...body };
}

/** Sends an operation as a persona; it must not fail. */
export async function ask(
  persona: keyof BlackboxTarget['credentials'],
  query: string,
  variables: Record<string, unknown> = {},
) {
  const { data, errors } = await send({ authorization: target.credentials[persona]! }, query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
