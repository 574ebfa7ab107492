import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMetrics } from './createMetrics.ts';
import { observeGraphCalls, tellGraphCall } from './graphCalls.ts';
import { readRoutes } from './readRoutes.ts';
import { tellMetrics } from './tellMetrics.ts';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-routes-'));
const built = join(folder, 'routes-manifest.json');
const page = (name: string, regex: string) => ({ page: name, regex });
writeFileSync(
  built,
  JSON.stringify({
    staticRoutes: [page('/s/shifts', '^/s/shifts(?:/)?$')],
    dynamicRoutes: [page('/s/shifts/[id]', '^/s/shifts/([^/]+?)(?:/)?$')],
  }),
);
const metrics = createMetrics(readRoutes(pathToFileURL(built)));
const server = createServer((request, response) => {
  if (tellMetrics(metrics, false, request, response)) return;
  metrics.request(request, response);
  if (request.url === '/s/shifts/slow') return;
  response.writeHead(Number(request.headers['x-status'] ?? 200)).end();
});
let url: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const counts = async () => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Object.fromEntries(
    [...text.matchAll(/^guildhall_web_\w+_seconds_count\{(.*)\} (\d+)$/gm)].map(([, labels, count]) => [
      labels!.replace('service="web",', ''),
      Number(count),
    ]),
  );
};

test('requests are told by the page they are for and by what became of them, whatever people type', async () => {
  const ask = (path: string, status = 200, method = 'GET') =>
    fetch(`${url}${path}`, { method, headers: { 'x-status': String(status) } });
  for (let each = 0; each < 30; each++) await ask(`/s/shifts/${each}?tab=${each}`);
  await ask('/s/shifts', 404);
  await ask('/s/shifts', 500, 'POST');
  await ask('/s/shifts', 204, 'PROPFIND');
  await ask('/_next/static/chunks/1.js');
  await ask('//');
  await ask('/wp-login.php', 404);
  await ask('/healthz');
  const leaving = get(`${url}/s/shifts/slow`);
  leaving.on('error', () => {});
  await once(leaving, 'socket');
  await once(server, 'request');
  leaving.destroy();
  await expect
    .poll(async () => Object.keys(await counts()).some((key) => key.includes('abandoned')))
    .toBe(true);
  expect(await counts()).toEqual({
    'route="/s/shifts/[id]",method="GET",outcome="answered"': 30,
    'route="/s/shifts",method="GET",outcome="refused"': 1,
    'route="/s/shifts",method="POST",outcome="failed"': 1,
    'route="/s/shifts",method="other",outcome="answered"': 1,
    'route="/_next",method="GET",outcome="answered"': 1,
    'route="other",method="GET",outcome="answered"': 1,
    'route="other",method="GET",outcome="refused"': 1,
    'route="/s/shifts/[id]",method="GET",outcome="abandoned"': 1,
  });
});

test('what pages ask of the graph is told, from the other copy of this code too', async () => {
  observeGraphCalls(metrics.graphCall);
  tellGraphCall({ outcome: 'unavailable', seconds: 2 });
  expect(await counts()).toHaveProperty(['outcome="unavailable"'], 1);
});

test('measurements are for operators: nobody gets them through a proxy', async () => {
  const through = await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.1' } });
  expect(through.status).toBe(403);
  const answered = await fetch(`${url}/metrics`);
  expect(answered.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const own = await answered.text();
  for (const metric of ['nodejs_eventloop_lag_p99_seconds', 'guildhall_process_memory_limit_bytes'])
    expect(own).toContain(`${metric}{service="web"}`);
});
