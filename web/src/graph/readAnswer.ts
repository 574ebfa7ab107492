import { z } from 'zod';
import type { Outcome, Trouble } from './outcome.ts';

/** The form of an answer of the graph. */
export const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.looseObject({ code: z.string().optional(), service: z.string().optional() }).optional(),
      }),
    )
    .optional(),
});

/** What an answer of the graph means for people. */
export function readAnswer<Data>(
  { data, errors = [] }: z.output<typeof answer>,
  requestId: string,
): Outcome<Data> {
  const down = new Set<string>();
  let trouble: Trouble | undefined;
  for (const { message, extensions } of errors) {
    switch (extensions?.code) {
      case 'UPSTREAM_UNAVAILABLE':
        if (extensions.service !== undefined) down.add(extensions.service);
        trouble ??= { kind: 'unavailable', service: extensions.service ?? null, requestId };
        break;
      case 'UNAUTHENTICATED':
        return { kind: 'signedOut' };
      case 'FORBIDDEN':
        trouble = { kind: 'refused', requestId };
        break;
      case 'LIMIT_EXCEEDED':
        trouble = { kind: 'limit', message, requestId };
        break;
      default:
        trouble = { kind: 'failed', requestId };
    }
  }
  // What a service that is down leaves out is null; the rest can be shown, if there is any.
  const hasSome = data != null && Object.values(data).some((value) => value !== null);
  if (trouble && !(hasSome && trouble.kind === 'unavailable' && down.size > 0)) return trouble;
  if (data == null) return { kind: 'failed', requestId };
  return { kind: 'data', data: data as Data, down: [...down] };
}
