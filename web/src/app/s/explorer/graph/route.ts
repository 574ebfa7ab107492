import { cookies } from 'next/headers';
import type { NextResponse, NextRequest } from 'next/server';
import { sendOperation } from '../../../../features/explorer/sendOperation.ts';
import { removeSession } from '../../../../session/cookieJar.ts';
import { currentExplorer, explorerKey } from '../../../../session/explorerSession.ts';
import { requestIdHeader } from '../../../../session/requestHeaders.ts';

/** Takes an operation of the explorer and answers as the graph does; the token is added here. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const jar = await cookies();
  const current = await currentExplorer(jar);
  const requestId = request.headers.get(requestIdHeader) ?? '';
  const response = await sendOperation(request, current?.session.accessToken ?? null, requestId);
  // Once it is over, the page signs in anew.
  for (const cookie of current?.cookies ?? removeSession(jar, explorerKey)) response.cookies.set(cookie);
  return response;
}
