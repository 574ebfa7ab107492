import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayContext } from '../gatewayContext.ts';
import { type Limits, responseTooLarge } from '../limits/limits.ts';
import { troubleOf } from '../trouble.ts';
import { DocumentNotTrusted, type TrustedDocuments, trustedRequest } from '../trustedDocuments.ts';
import type { Observation } from './observation.ts';
import { refuse } from './refuse.ts';
import type { createSignIn } from './signIn.ts';

/** What routes that run operations of the graph have in common. */
export interface GraphRoute {
  /** Learns who asks; see {@link createSignIn}. */
  signIn: ReturnType<typeof createSignIn>;
  observation: Observation;
  /** What accompanies the operations of a request whose sender is known. */
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<GatewayContext>;
}

/** Mounts `/graphql`, GraphQL over HTTP by POST and, for queries, by GET. */
export function mountGraph(
  app: FastifyInstance,
  {
    signIn,
    observation,
    contextOf,
    execute,
    trustedDocuments,
    limits,
  }: GraphRoute & {
    execute(request: HTTPGraphQLRequest, context: GatewayContext): Promise<HTTPGraphQLResponse>;
    trustedDocuments: TrustedDocuments;
    limits: Limits;
  },
): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onRequest: signIn(refuse),
    async handler(request, reply) {
      const { clientId } = request.caller;
      if (request.method === 'GET' && trustedDocuments.has(clientId ?? '')) {
        reply.header('allow', 'POST');
        return refuse(reply, 405, 'FORBIDDEN', `The client ${clientId} sends its operations by POST.`);
      }
      let body: unknown;
      try {
        body = trustedRequest(trustedDocuments, clientId, request.body);
      } catch (error) {
        if (!(error instanceof DocumentNotTrusted)) throw error;
        observation.refused('NOT_TRUSTED');
        return refuse(reply, 403, 'FORBIDDEN', error.message);
      }
      const begun = performance.now();
      const context = await contextOf(request, reply);
      const response = await execute(
        {
          method: request.method,
          headers: headersForApollo(request),
          search: request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '',
          body,
        },
        context,
      );
      for (const [name, value] of response.headers) reply.header(name, value);
      let status = response.status ?? 200;
      // GraphQL over HTTP: a refusal is a GraphQL response like any other in application/json, and shows in
      // the status only in application/graphql-response+json.
      if (status === 401 || status === 403) {
        if (response.headers.get('content-type')?.startsWith('application/json')) status = 200;
        else if (status === 401) reply.header('www-authenticate', 'Bearer realm="guildhall"');
      }
      if (response.body.kind !== 'complete') {
        throw new Error('A response came in parts, which nothing asks for.');
      }
      const answer = response.body.string;
      const tooLarge = responseTooLarge(answer, limits);
      const { operation } = context;
      if (tooLarge) operation.trouble = troubleOf(operation.trouble, tooLarge.extensions);
      observation.answered(context, tooLarge ? 400 : status, performance.now() - begun);
      if (tooLarge) {
        const { code, ...rest } = tooLarge.extensions;
        return refuse(reply, 400, String(code), tooLarge.message, rest);
      }
      return reply.code(status).send(answer);
    },
  });
}

/** The headers that Apollo Server looks at; it is told nothing else. */
function headersForApollo(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const name of ['content-type', 'accept', 'x-apollo-operation-name', 'apollo-require-preflight']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}
