// Runs the web server until it is told to end, by a signal or because the process that forked it is gone.
// NODE_ENV=development serves what is saved; otherwise what `next build` made.
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { SettingsError, readSettings } from './src/env.ts';
import { createMetrics } from './src/measuring/createMetrics.ts';
import { observeGraphCalls } from './src/measuring/graphCalls.ts';
import { readRoutes } from './src/measuring/readRoutes.ts';
import { tellMetrics } from './src/measuring/tellMetrics.ts';

try {
  const server = createServer();
  const {
    port: wanted,
    host,
    operationsPort,
    isDevelopment,
  } = readSettings({
    ...process.env,
    WEB_URL: process.env.WEB_URL || 'http://localhost',
  });
  server.listen(wanted, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  // The pages read their settings when they are first asked for.
  process.env.WEB_URL ||= `http://localhost:${port}`;
  const { webUrl } = readSettings();

  const app = next({
    dev: isDevelopment,
    dir: fileURLToPath(new URL('.', import.meta.url)),
    hostname: 'localhost',
    port,
    httpServer: server,
  });
  const handle = app.getRequestHandler();
  await app.prepare();
  const metrics = createMetrics(readRoutes(new URL('.next/routes-manifest.json', import.meta.url)));
  observeGraphCalls(metrics.graphCall);
  server.on('request', (request, response) => {
    if (operationsPort === undefined && tellMetrics(metrics, false, request, response)) return;
    metrics.request(request, response);
    void handle(request, response);
  });
  let operations: Server | undefined;
  if (operationsPort !== undefined) {
    operations = createServer((request, response) => {
      if (!tellMetrics(metrics, true, request, response)) response.writeHead(404).end();
    }).listen(operationsPort, host);
    await once(operations, 'listening');
  }
  process.send?.({ type: 'started', url: webUrl });

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    operations?.close();
    operations?.closeAllConnections();
    server.close();
    server.closeIdleConnections();
    // What has begun may finish, as long as the others give it.
    const force = setTimeout(() => server.closeAllConnections(), 5_000);
    await once(server, 'close');
    clearTimeout(force);
    await app.close();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
}
