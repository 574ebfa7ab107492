// Apollo's gateway and server as their documentation starts them, on express.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';

const { SUPERGRAPH_FILE, PORT, SUBGRAPH_HEADERS = '{}' } = process.env;
const headers = Object.entries(JSON.parse(SUBGRAPH_HEADERS));
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(SUPERGRAPH_FILE, 'utf8'),
  ...(headers.length > 0 && {
    buildService: ({ url }) =>
      new RemoteGraphQLDataSource({
        url,
        willSendRequest({ request }) {
          for (const [name, value] of headers) request.http.headers.set(name, value);
        },
      }),
  }),
});
const server = new ApolloServer({ gateway });
await server.start();
const app = express();
app.use('/graphql', express.json(), expressMiddleware(server));
createServer(app).listen(Number(PORT), '127.0.0.1');
