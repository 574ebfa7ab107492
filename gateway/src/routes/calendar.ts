import { createHash } from 'node:crypto';
import type { Viewer } from '@guildhall/kit/viewer';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { gatewayViewer } from '../forwardViewer.ts';

/**
 * Asks the staffing subgraph on behalf of a viewer of the gateway's own making.
 *
 * @returns the answer's `data`.
 * @throws Error when there is no answer, or one with errors.
 */
export type AskStaffing = (
  viewer: Viewer,
  query: string,
  variables: Record<string, unknown>,
  requestId: string,
) => Promise<unknown>;

const viewerQuery =
  'query CalendarViewer($tokenHash: String!) { calendarViewer(tokenHash: $tokenHash) { personId } }';
const viewerAnswer = z.object({ calendarViewer: z.object({ personId: z.string() }).nullable() });
const textQuery = 'query CalendarText { calendarText }';
const textAnswer = z.object({ calendarText: z.string() });

/**
 * Mounts `/calendar/<secret>.ics`, the private addresses that calendar programs read (RFC 5545). They cannot sign
 * in: the secret in the address is looked up by its hash and becomes a viewer in the role `calendar`, who reads
 * one agent's shifts and nothing else. Unknown, revoked and malformed addresses are the same 404.
 *
 * @param onError is told why staffing could not be asked; the program is told to come back.
 */
export function mountCalendar(
  app: FastifyInstance,
  askStaffing: AskStaffing,
  onError: (error: unknown, requestId: string) => void,
): void {
  app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const { requestId } = request;
    let text: string | null;
    try {
      text = await calendarBehind(request.params.file, (viewer, query, variables) =>
        askStaffing(viewer, query, variables, requestId),
      );
    } catch (error) {
      onError(error, requestId);
      return reply
        .code(503)
        .header('retry-after', '60')
        .type('text/plain; charset=utf-8')
        .send('This calendar cannot be read at the moment. Your calendar program will try again.\n');
    }
    if (text === null) {
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send(
          'There is no calendar at this address, or it was revoked. Copy the present address from your profile.\n',
        );
    }
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('text/calendar; charset=utf-8').send(text);
  });
}

async function calendarBehind(
  file: string,
  ask: (viewer: Viewer, query: string, variables: Record<string, unknown>) => Promise<unknown>,
): Promise<string | null> {
  const token = /^([\w-]{43})\.ics$/.exec(file)?.[1];
  if (!token) return null;
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const { calendarViewer } = viewerAnswer.parse(await ask(gatewayViewer, viewerQuery, { tokenHash }));
  if (!calendarViewer) return null;
  const viewer: Viewer = {
    personId: calendarViewer.personId,
    organisationId: null,
    role: 'calendar',
    scopes: [],
  };
  return textAnswer.parse(await ask(viewer, textQuery, {})).calendarText;
}
