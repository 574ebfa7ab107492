import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { requireProgram } from '../testing/requireProgram.ts';

const script = fileURLToPath(new URL('../prometheus/configuration.sh', import.meta.url));
const rules = fileURLToPath(new URL('../prometheus/rules', import.meta.url));
const inCloud = {
  SCRAPED: 'people:4001,workshops-worker:4001,gateway:4090',
  RECORDS_ZONE: 'staging.guildhall.internal',
  ALERTMANAGER: 'alertmanager:9093',
  ENVIRONMENT: 'staging',
  PROBED: 'https://app.guildhall.example,https://graph.guildhall.example/healthz',
  BLACKBOX: 'blackbox:9115',
  HISTORY_URL: 'https://aps.example/workspaces/ws-1/',
  AWS_REGION: 'eu-west-2',
};
const here = { SCRAPED: 'gateway:4000', ALERTMANAGER: '127.0.0.1:9093', ENVIRONMENT: 'local' };

function print(environment: Record<string, string>) {
  return spawnSync('sh', [script], { env: { RULES: rules, ...environment }, encoding: 'utf8' });
}

describe('the configuration of Prometheus', () => {
  test('finds each task of a service by the records of its zone, and says where its measurements come from', () => {
    const { scrape_configs: jobs, global, remote_write: kept } = parse(print(inCloud).stdout);
    expect(jobs.map((job: { job_name: string }) => job.job_name)).toEqual([
      'prometheus',
      'people',
      'workshops-worker',
      'gateway',
      'outside',
    ]);
    expect(jobs[3]).toMatchObject({
      dns_sd_configs: [{ names: ['gateway.staging.guildhall.internal'], type: 'A', port: 4090 }],
      relabel_configs: [{ target_label: 'service', replacement: 'gateway' }],
    });
    expect(jobs[4].static_configs).toEqual([
      { targets: ['https://app.guildhall.example', 'https://graph.guildhall.example/healthz'] },
    ]);
    expect(global.external_labels).toEqual({ environment: 'staging' });
    expect(kept).toEqual([
      { url: 'https://aps.example/workspaces/ws-1/api/v1/remote_write', sigv4: { region: 'eu-west-2' } },
    ]);
  });

  test('is one that Prometheus takes, in the cloud and on one machine', (context) => {
    const promtool = requireProgram(context, 'promtool');
    const folder = mkdtempSync(join(tmpdir(), 'guildhall-prometheus-'));
    try {
      for (const environment of [inCloud, here]) {
        const file = join(folder, 'prometheus.yml');
        writeFileSync(file, print(environment).stdout);
        const { status, stderr } = spawnSync(promtool, ['check', 'config', file], { encoding: 'utf8' });
        expect([status, stderr]).toEqual([0, '']);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.for([
    ['SCRAPED', ''],
    ['SCRAPED', 'people'],
    ['SCRAPED', 'people:4001,'],
    ['SCRAPED', "people:4001'"],
    ['ALERTMANAGER', ''],
    ['ENVIRONMENT', ''],
    ['BLACKBOX', ''],
    ['AWS_REGION', ''],
  ])('is not made when %s is "%s", and the message names it', ([name, value]) => {
    const { status, stderr } = print({ ...inCloud, [name!]: value! });
    expect(status).not.toBe(0);
    expect(stderr).toContain(name);
  });
});
