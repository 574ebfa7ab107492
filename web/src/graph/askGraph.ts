import 'server-only';
import { randomUUID } from 'node:crypto';
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { headers } from 'next/headers';
import type { TypedDocumentString } from '../../generated/graphql.ts';
import { settings } from '../env.ts';
import { tellGraphCall } from '../measuring/graphCalls.ts';
import { currentSession } from '../session/currentSession.ts';
import { requestIdHeader } from '../session/requestHeaders.ts';
import type { Outcome } from './outcome.ts';
import { answer, readAnswer } from './readAnswer.ts';

/** Longer than the gateway gives an operation. */
const deadline = 20_000;

/**
 * Runs a registered operation for the person who is signed in where the page or action lies. It is named by its hash;
 * the gateway has the text. It throws for nothing that a page has to show.
 */
export async function askGraph<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Outcome<Data>> {
  const { session } = await currentSession();
  if (!session) return { kind: 'signedOut' };
  const requestId = (await headers()).get(requestIdHeader) ?? randomUUID();
  return sendToGraph(document, variables, { accessToken: session.accessToken, requestId });
}

/** The same with a token of its own, where no page is signed in yet. */
export async function sendToGraph<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { accessToken, requestId }: { accessToken: string; requestId: string },
): Promise<Outcome<Data>> {
  const hash = (document.__meta__ as { hash?: string } | undefined)?.hash;
  if (hash === undefined) throw new Error('The operation is not registered: run `npm run documents -w web`.');
  const tracer = trace.getTracer('guildhall');
  const begun = performance.now();
  const told = (outcome: Outcome<Data>): Outcome<Data> => {
    tellGraphCall({ outcome: outcome.kind, seconds: (performance.now() - begun) / 1000 });
    return outcome;
  };
  return tracer.startActiveSpan('graph', { kind: SpanKind.CLIENT }, async (span): Promise<Outcome<Data>> => {
    const traceHeaders: Record<string, string> = {};
    propagation.inject(context.active(), traceHeaders);
    try {
      const response = await fetch(settings().gatewayUrl, {
        method: 'POST',
        headers: {
          ...traceHeaders,
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: `Bearer ${accessToken}`,
          'x-request-id': requestId,
        },
        body: JSON.stringify({ documentId: hash, variables }),
        signal: AbortSignal.timeout(deadline),
        cache: 'no-store',
      });
      const parsed = answer.safeParse(await response.json());
      return told(parsed.success ? readAnswer<Data>(parsed.data, requestId) : { kind: 'failed', requestId });
    } catch {
      span.setStatus({ code: SpanStatusCode.ERROR });
      return told({ kind: 'unavailable', service: null, requestId });
    } finally {
      span.end();
    }
  });
}
