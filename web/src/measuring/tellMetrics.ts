import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from './createMetrics.ts';

/**
 * Answers whoever asks for `/metrics`.
 *
 * @param isPrivate whether nobody but operators reaches this port; otherwise only this machine is answered.
 * @returns whether it was asked for; if not, nothing has been done.
 */
export function tellMetrics(
  metrics: Metrics,
  isPrivate: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (request.method !== 'GET' || request.url !== '/metrics') return false;
  if (isPrivate || isFromThisMachine(request)) {
    void metrics
      .text()
      .then((text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text));
  } else
    response
      .writeHead(403, { 'content-type': 'text/plain' })
      .end('This is for operators: ask at the port that OPERATIONS_PORT names.');
  return true;
}

/** What a proxy hands on comes from its machine, whoever asked the proxy. */
function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? '';
  const isLoopback = /^(::ffff:)?127\./.test(address) || address === '::1';
  return isLoopback && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}
