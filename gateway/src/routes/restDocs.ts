import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, onRequestHookHandler } from 'fastify';
import type { RestDocs } from '../rest/restDocs.ts';
import { Problem } from '../rest/problem.ts';
import { sendProblem } from './sendProblem.ts';

const style = readFileSync(new URL('../rest/docs.css', import.meta.url), 'utf8');

/** The pages run nothing, and show nothing but what stands here. */
const policy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Mounts the documentation of the REST face: pages for people from `/rest` on, and `/rest/openapi.json`. They say what
 * can be asked for, never what the answer would be.
 *
 * @param docs those of the graph that is answered from now.
 * @param onRequest refuses those who may not read it; anybody may when left out.
 */
export function mountRestDocs(
  app: FastifyInstance,
  docs: () => RestDocs,
  onRequest: onRequestHookHandler[] = [],
): void {
  const send = (reply: FastifyReply, type: string, text: string) =>
    reply
      .headers({
        'cache-control': 'no-cache',
        'content-security-policy': policy,
        'referrer-policy': 'no-referrer',
      })
      .type(type)
      .send(text);
  const sendPage = (reply: FastifyReply, page: string | undefined) =>
    page === undefined ? notFound(reply) : send(reply, 'text/html; charset=utf-8', page);

  app.get('/rest', { onRequest }, async (_request, reply) => sendPage(reply, docs().pages.overview));
  app.get('/rest/types', { onRequest }, async (_request, reply) => sendPage(reply, docs().pages.types));
  app.get<{ Params: { name: string } }>('/rest/docs/:name', { onRequest }, async ({ params }, reply) =>
    sendPage(reply, docs().pages.collection(params.name)),
  );
  app.get<{ Params: { name: string } }>('/rest/problems/:name', { onRequest }, async ({ params }, reply) =>
    sendPage(reply, docs().pages.problem(params.name)),
  );
  app.get('/rest/openapi.json', { onRequest }, async (_request, reply) =>
    send(reply, 'application/json; charset=utf-8', docs().json),
  );
  app.get('/rest/docs.css', async (_request, reply) => send(reply, 'text/css; charset=utf-8', style));
  app.get('/rest/*', async (_request, reply) => notFound(reply));
}

function notFound(reply: FastifyReply): FastifyReply {
  const detail = 'There is no such address: /rest lists those there are.';
  return sendProblem(reply, new Problem('NOT_FOUND', { detail }));
}
