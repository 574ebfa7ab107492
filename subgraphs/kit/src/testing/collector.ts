import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as a collector receives it, with the service it comes from. */
export interface CollectedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  service: string;
  links?: { traceId: string; spanId: string }[];
  attributes: { key: string; value: { stringValue?: string } }[];
}

/** A collector of traces for tests: takes OTLP over HTTP in JSON, and gives what came at `GET /spans`. */
export async function startCollector() {
  const spans: CollectedSpan[] = [];
  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.method === 'GET') return response.end(JSON.stringify(spans));
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const { resourceSpans } = JSON.parse(text) as {
      resourceSpans: { resource: CollectedSpan; scopeSpans: { spans: CollectedSpan[] }[] }[];
    };
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')!.value.stringValue!;
      for (const each of scopeSpans) spans.push(...each.spans.map((span) => ({ ...span, service })));
    }
    return response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
