import { createHash } from 'node:crypto';
import accepts from '@fastify/accepts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { explorerScope } from '../access/accessRules.ts';
import { type Limits, limitExceeded, responseTooLarge } from '../limits/limits.ts';
import { codedProblem } from '../rest/graphProblem.ts';
import { Problem } from '../rest/problem.ts';
import type { RestAnswer, RestFace } from '../rest/restFace.ts';
import { restPrefix } from '../rest/restOperation.ts';
import { troubleOf } from '../trouble.ts';
import type { GatewayContext } from '../gatewayContext.ts';
import type { TrustedDocuments } from '../trustedDocuments.ts';
import type { GraphRoute } from './graph.ts';
import type { Refuse } from './refuse.ts';
import { mountRestDocs } from './restDocs.ts';
import { problemForm, sendProblem } from './sendProblem.ts';

/** Answers in the form of problem details (RFC 9457). */
export const refuseAsProblem: Refuse = (reply, status, code, message, extensions = {}) => {
  // What the sign-in has set, a challenge or a time to wait, is more exact than what follows from the code.
  const headers = { ...reply.getHeaders() };
  return sendProblem(reply, codedProblem(code, message, extensions, status)).headers(headers as never);
};

/** Mounts `/rest/v1/…`, the graph for those who do not speak GraphQL, and its documentation. */
export async function mountRest(
  app: FastifyInstance,
  {
    signIn,
    observation,
    contextOf,
    face,
    docsFor,
    trustedDocuments,
    limits,
    onFailure,
  }: GraphRoute & {
    /** That of the graph that is answered from now. */
    face(): RestFace;
    /** Who reads the documentation. */
    docsFor: 'public' | 'explorers';
    trustedDocuments: TrustedDocuments;
    limits: Limits;
    /** Told of what nobody foresaw. */
    onFailure(error: Error, requestId: string): void;
  },
): Promise<void> {
  const onRequest = signIn(refuseAsProblem);
  mountRestDocs(app, () => face().docs(), docsFor === 'public' ? undefined : [onRequest, refuseStrangers]);
  await app.register(async (rest) => {
    await rest.register(accepts);
    const readJson = rest.getDefaultJsonParser('error', 'error');
    rest.addContentTypeParser(
      ['application/json', 'application/merge-patch+json'],
      { parseAs: 'string' },
      (request, text, done) => {
        if (text === '') done(null, undefined);
        else void readJson(request, text as string, done);
      },
    );
    rest.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
      if (error instanceof Problem) return sendProblem(reply, error);
      const status = error.statusCode ?? 500;
      if (status === 413) {
        const { message, extensions } = limitExceeded('bodyBytes', limits);
        observation.refused('LIMIT_BODY_BYTES');
        return sendProblem(reply, codedProblem('LIMIT_EXCEEDED', message, extensions));
      }
      if (status < 500) {
        observation.refused('BAD_USER_INPUT');
        return sendProblem(
          reply,
          codedProblem('BAD_USER_INPUT', `The request cannot be read: ${error.message}.`),
        );
      }
      const { requestId } = request;
      onFailure(error, requestId);
      const detail = `Something went wrong on our side. If it persists, report it with the request id ${requestId}.`;
      return sendProblem(reply, codedProblem('INTERNAL', detail, { requestId }));
    });

    rest.route({
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: `${restPrefix}/*`,
      onRequest,
      async handler(request, reply) {
        const { clientId } = request.caller;
        if (trustedDocuments.has(clientId ?? '')) {
          observation.refused('NOT_TRUSTED');
          return refuseAsProblem(
            reply,
            403,
            'FORBIDDEN',
            `The client ${clientId} may run its registered operations alone, at /graphql.`,
          );
        }
        if (!request.accepts().type(['application/json', problemForm])) {
          const detail = 'Answers are application/json, and problems application/problem+json: accept both.';
          return sendProblem(reply, new Problem('NOT_ACCEPTABLE', { detail }));
        }
        const begun = performance.now();
        const context = await contextOf(request, reply);
        const [path = '', search = ''] = splitAt(request.url.slice(restPrefix.length), '?');
        let status = 500;
        try {
          const answer = await face().answer(
            {
              method: request.method,
              path,
              search,
              body: request.body,
              ...(hasBody(request.headers) && { mediaType: mediaTypeOf(request.headers['content-type']) }),
            },
            context,
          );
          status = answer.status;
          return send(reply, answer, request.headers['if-none-match'], context);
        } catch (error) {
          status = error instanceof Problem ? error.status : 500;
          throw error;
        } finally {
          observation.answered(context, status, performance.now() - begun);
        }
      },
    });
  });

  function send(
    reply: FastifyReply,
    answer: RestAnswer,
    known: string | undefined,
    { operation }: GatewayContext,
  ): FastifyReply {
    reply.code(answer.status).headers(answer.headers);
    if (answer.body === undefined) return reply.send();
    const text = JSON.stringify(answer.body);
    const tooLarge = responseTooLarge(text, limits);
    if (tooLarge) {
      operation.trouble = troubleOf(operation.trouble, tooLarge.extensions);
      throw codedProblem('LIMIT_EXCEEDED', tooLarge.message, tooLarge.extensions);
    }
    reply.header('content-type', 'application/json; charset=utf-8');
    if (reply.request.method === 'GET' || reply.request.method === 'HEAD') {
      const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
      reply.headers({ etag: tag, vary: 'authorization' });
      if (known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) {
        return reply.code(304).send();
      }
    }
    return reply.send(text);
  }
}

/** Lets those pass who may read the schema. */
async function refuseStrangers(
  { caller }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | void> {
  if (caller.viewer.scopes.includes(explorerScope)) return;
  const isSignedIn = caller.viewer.role !== 'anonymous';
  return refuseAsProblem(
    reply,
    isSignedIn ? 403 : 401,
    isSignedIn ? 'FORBIDDEN' : 'UNAUTHENTICATED',
    `This documentation is for those with the scope ${explorerScope}.`,
  );
}

function hasBody(headers: Readonly<Record<string, unknown>>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function mediaTypeOf(contentType = ''): string {
  return contentType.split(';')[0]!.trim().toLowerCase();
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
