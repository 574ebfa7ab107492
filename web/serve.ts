// Runs the web server until it is told to end, by a signal or because the process that forked it is gone.
// NODE_ENV=development serves what is saved; otherwise what `next build` made.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { SettingsError, readSettings } from './src/env.ts';

try {
  const server = createServer();
  const {
    port: wanted,
    host,
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
  server.on('request', (request, response) => void handle(request, response));
  process.send?.({ type: 'started', url: webUrl });

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
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
