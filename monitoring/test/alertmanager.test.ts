import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { requireProgram } from '../testing/requireProgram.ts';

const file = fileURLToPath(new URL('../alertmanager/alertmanager.yml', import.meta.url));

describe('an alert', () => {
  test.for([
    ['page', 'severity=page environment=live service=gateway'],
    ['ticket', 'severity=ticket environment=live service=gateway'],
    ['ticket', 'severity=page environment=staging service=gateway'],
    ['ticket', 'severity=page environment=dev service=gateway'],
    ['ticket', 'severity=page'],
    ['ticket', 'alertname=SomethingUnforeseen'],
  ])('goes to %s with the labels %s', ([receiver, labels], context) => {
    const amtool = requireProgram(context, 'amtool');
    const { stdout } = spawnSync(
      amtool,
      [
        'config',
        'routes',
        'test',
        `--config.file=${file}`,
        `--verify.receivers=${receiver}`,
        ...labels!.split(' '),
      ],
      { encoding: 'utf8' },
    );
    expect(stdout.trim()).toBe(receiver);
  });
});

test('Alertmanager takes the configuration, and there is no key in it', (context) => {
  const amtool = requireProgram(context, 'amtool');
  expect(spawnSync(amtool, ['check-config', file]).status).toBe(0);
  expect(readFileSync(file, 'utf8')).not.toMatch(/(routing|service)_key:/);
});

test('PagerDuty is told with the key from the file, how urgent it is and what to do; what follows from it is left out', async (context) => {
  const program = requireProgram(context, 'alertmanager');
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-alertmanager-'));
  const events: { routing_key: string; payload: { severity: string; summary: string; class: string } }[] = [];
  const pagerDuty = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      events.push(JSON.parse(text));
      response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"success"}');
    });
  }).listen(0, '127.0.0.1');
  let running: ChildProcess | undefined;
  try {
    await once(pagerDuty, 'listening');
    const { port } = pagerDuty.address() as AddressInfo;
    writeFileSync(join(folder, 'key'), 'the key');
    const configuration = readFileSync(file, 'utf8')
      .replace('https://events.pagerduty.com/v2/enqueue', `http://127.0.0.1:${port}`)
      .replace('/alertmanager/pagerduty-key', join(folder, 'key'))
      .replaceAll(/group_wait: \w+/g, 'group_wait: 1s');
    writeFileSync(join(folder, 'alertmanager.yml'), configuration);
    const own = await freePort();
    running = spawn(program, [
      `--config.file=${folder}/alertmanager.yml`,
      `--storage.path=${folder}`,
      `--web.listen-address=127.0.0.1:${own}`,
      '--cluster.listen-address=',
    ]);
    const url = `http://127.0.0.1:${own}`;
    await expect
      .poll(() =>
        fetch(`${url}/-/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      )
      .toBe(true);
    const alert = (alertname: string, severity: string, service: string, slo?: string) => ({
      labels: { environment: 'live', alertname, severity, service, ...(slo && { slo }) },
      annotations: { summary: 'Something is wrong', runbook: 'docs/alerts.md#something' },
    });
    await fetch(`${url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([
        alert('ServiceDown', 'page', 'people'),
        // These two say the same once more, and so does the slower of one promise.
        alert('SubgraphSilent', 'page', 'people'),
        alert('TaskDown', 'ticket', 'people'),
        alert('GraphFailsFast', 'page', 'gateway', 'availability'),
        alert('GraphFailsSlowly', 'ticket', 'gateway', 'availability'),
        alert('GraphSlowSlowly', 'ticket', 'gateway', 'latency'),
      ]),
    });
    await expect.poll(() => events.length).toBe(3);
    expect(events.map(({ routing_key: key }) => key)).toEqual(['the key', 'the key', 'the key']);
    expect(
      events.map(({ payload }) => [payload.class, payload.severity, payload.summary]).toSorted(),
    ).toEqual([
      ['GraphFailsFast', 'critical', 'live: Something is wrong'],
      ['GraphSlowSlowly', 'warning', 'live: Something is wrong'],
      ['ServiceDown', 'critical', 'live: Something is wrong'],
    ]);
  } finally {
    if (running?.kill()) await once(running, 'exit');
    pagerDuty.closeAllConnections();
    pagerDuty.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
