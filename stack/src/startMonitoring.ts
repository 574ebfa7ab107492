// Watches the local stack: npm run start:monitoring, beside npm start.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { type Program, findProgram } from '@guildhall/monitoring/findProgram';
import { z } from 'zod';
import { requireFreePort } from './port.ts';
import { Problem } from './problem.ts';
import { runCommand } from './runCommand.ts';
import { readSettings } from './settings.ts';

const monitoring = new URL('../../monitoring/', import.meta.url).pathname;

/** What Alertmanager tells PagerDuty of an alert. */
const event = z.object({
  event_action: z.string(),
  payload: z.object({ severity: z.string(), summary: z.string() }).partial().optional(),
});

await runCommand(async () => {
  const { gatewayPort, subgraphPorts, workerPorts, webPort, hasWeb, prometheusPort, alertmanagerPort } =
    readSettings();
  const prometheus = pathOf('prometheus');
  const alertmanager = pathOf('alertmanager');
  await requireFreePort(prometheusPort, 'Prometheus', 'PROMETHEUS_PORT');
  await requireFreePort(alertmanagerPort, 'Alertmanager', 'ALERTMANAGER_PORT');

  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort());
  await using started = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-monitoring-'));
  started.defer(() => rmSync(folder, { recursive: true, force: true }));

  // In the place of PagerDuty: what would wake somebody is a line here.
  const pagerDuty = createServer(async (request, response) => {
    const { event_action: action, payload } = event.parse(await json(request));
    const what = action === 'resolve' ? 'over' : `${payload?.severity}: ${payload?.summary}`;
    process.stdout.write(`PagerDuty is told: ${what}\n`);
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"success"}');
  }).listen(0, '127.0.0.1');
  await once(pagerDuty, 'listening');
  started.defer(() => void pagerDuty.close());
  const { port } = pagerDuty.address() as AddressInfo;

  writeFileSync(join(folder, 'key'), 'local');
  writeFileSync(
    join(folder, 'alertmanager.yml'),
    readFileSync(join(monitoring, 'alertmanager/alertmanager.yml'), 'utf8')
      .replace('https://events.pagerduty.com/v2/enqueue', `http://127.0.0.1:${port}`)
      .replace('/alertmanager/pagerduty-key', join(folder, 'key')),
  );
  const workers = Object.entries(workerPorts).map(([domain, workerPort]) => [`${domain}-worker`, workerPort]);
  const services = {
    ...subgraphPorts,
    ...(Object.fromEntries(workers) as Record<string, number>),
    gateway: gatewayPort,
    ...(hasWeb && { web: webPort }),
    alertmanager: alertmanagerPort,
  };
  const configuration = spawnSync('sh', [join(monitoring, 'prometheus/configuration.sh')], {
    encoding: 'utf8',
    env: {
      RULES: join(monitoring, 'prometheus/rules'),
      ENVIRONMENT: 'local',
      PROMETHEUS: `127.0.0.1:${prometheusPort}`,
      ALERTMANAGER: `127.0.0.1:${alertmanagerPort}`,
      SCRAPED: Object.entries(services)
        .map(([name, servicePort]) => `${name}:${servicePort}`)
        .join(','),
    },
  });
  if (configuration.status !== 0) throw new Problem(configuration.stderr.trim());
  writeFileSync(join(folder, 'prometheus.yml'), configuration.stdout);

  const run = (program: string, args: string[]): Promise<never> => {
    const child = spawn(program, [...args, '--log.level=warn'], { stdio: ['ignore', 'inherit', 'inherit'] });
    started.defer(() => end(child));
    return once(child, 'exit').then(() => {
      throw new Problem(`${program} has ended: the lines above say why. The rest stops too.`);
    });
  };
  const ended = [
    run(alertmanager, [
      `--config.file=${folder}/alertmanager.yml`,
      `--storage.path=${folder}/alertmanager`,
      `--web.listen-address=127.0.0.1:${alertmanagerPort}`,
      '--cluster.listen-address=',
    ]),
    run(prometheus, [
      `--config.file=${folder}/prometheus.yml`,
      `--storage.tsdb.path=${folder}/prometheus`,
      `--web.listen-address=127.0.0.1:${prometheusPort}`,
    ]),
  ];
  process.stdout.write(`
  Prometheus    http://localhost:${prometheusPort}/targets   what is scraped; /alerts, /graph
  Alertmanager  http://localhost:${alertmanagerPort}           what fires, grouped and silenced

  It watches the stack that npm start runs. Alerts show here as PagerDuty would be told.
  Ctrl-C stops both; what was measured goes with them.
`);
  const asked = once(stopped.signal, 'abort');
  for (const each of ended) each.catch(() => {});
  await Promise.race([asked, ...ended]);
});

function pathOf(program: Program): string {
  const found = findProgram(program);
  if (found.missing !== undefined) {
    throw new Problem(`${found.missing}. Monitoring needs Prometheus and Alertmanager on this machine.`);
  }
  return found.path;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
