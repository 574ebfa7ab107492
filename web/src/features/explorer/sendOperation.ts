import 'server-only';
import { NextResponse } from 'next/server';
import { z } from 'zod';
import { settings } from '../../env.ts';

/** An operation as GraphiQL sends it. */
const operation = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** The gateway takes no larger ones. */
const mostCharacters = 1_000_000;
const deadline = 20_000;

/**
 * Sends an operation to the graph with the session's token.
 *
 * @param accessToken null when nobody explores.
 * @returns the graph's answer, or an answer of the same form that says why there is none.
 */
export async function sendOperation(
  request: Request,
  accessToken: string | null,
  requestId: string,
): Promise<NextResponse> {
  if (accessToken === null) {
    return refuse(401, 'UNAUTHENTICATED', 'You are signed out: load this page again to sign in.');
  }
  // A form of another site cannot send this type without being asked about first.
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    return refuse(415, 'BAD_USER_INPUT', 'Send the operation as application/json.');
  }
  const text = await request.text();
  if (text.length > mostCharacters) return refuse(413, 'LIMIT_EXCEEDED', 'The operation is too large.');
  const parsed = operation.safeParse(jsonOf(text));
  if (!parsed.success) return refuse(400, 'BAD_USER_INPUT', 'Send an object with the text of a query.');
  try {
    const answer = await fetch(settings().gatewayUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${accessToken}`,
        ...(requestId !== '' && { 'x-request-id': requestId }),
      },
      body: JSON.stringify(parsed.data),
      signal: AbortSignal.timeout(deadline),
      cache: 'no-store',
    });
    return new NextResponse(await answer.text(), {
      status: answer.status,
      headers: {
        'content-type': answer.headers.get('content-type') ?? 'application/json',
        'cache-control': 'no-store',
      },
    });
  } catch {
    return refuse(503, 'UPSTREAM_UNAVAILABLE', 'The graph does not answer at the moment: try again.');
  }
}

function refuse(status: number, code: string, message: string): NextResponse {
  return NextResponse.json(
    { errors: [{ message, extensions: { code } }] },
    { status, headers: { 'cache-control': 'no-store' } },
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
