// The subgraphs of the benchmark, in one process: they work an answer out once and give it again from then on, so
// that what is measured is the gateway before them. Its parent is told their addresses.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { sharedTypeDefs } from '@guildhall/kit/sharedTypeDefs';
import { graphql, parse } from 'graphql';
import { resolvers, schemas } from './graph.ts';

const urls: Record<string, string> = {};
for (const { name, typeDefs } of schemas) {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(`${typeDefs}\n${sharedTypeDefs(typeDefs)}`), resolvers: resolvers[name]! as never },
  ]);
  const answers = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const body = chunks.length === 1 ? chunks[0]!.toString() : Buffer.concat(chunks).toString();
      let answer = answers.get(body);
      if (!answer) {
        const { query: source, variables: variableValues } = JSON.parse(body) as {
          query: string;
          variables?: Record<string, unknown>;
        };
        answer = Buffer.from(JSON.stringify(await graphql({ schema, source, variableValues })));
        answers.set(body, answer);
      }
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
      response.end(answer);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  urls[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}
process.send!(urls);
