import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const scripts = fileURLToPath(new URL('../../.ci', import.meta.url));
const output = (value: string) => ({ value });
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-task-'));
  // In the place of the AWS CLI: writes down what it is told, and says how the task ended.
  writeFileSync(
    join(folder, 'aws'),
    `#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$FOLDER/told"
case $2 in run-task) echo arn:task/1 ;; describe-tasks) echo "$CODE" ;; esac
`,
  );
  chmodSync(join(folder, 'aws'), 0o755);
  writeFileSync(
    join(folder, 'outputs.json'),
    JSON.stringify({
      cluster: output('guildhall-live'),
      migrate_task: output('guildhall-live-migrate:7'),
      migrate_network: output('awsvpcConfiguration={subnets=[subnet-1]}'),
      machine_keys_task: output('guildhall-live-machine-keys:3'),
      machine_keys_network: output('awsvpcConfiguration={subnets=[subnet-2]}'),
    }),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(script: string, settings: Record<string, string>) {
  const { status, stderr } = spawnSync(join(scripts, script), {
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env['PATH']}`, FOLDER: folder, CODE: '0', ...settings },
  });
  const told = readFileSync(join(folder, 'told'), 'utf8').split('\n');
  return { status, stderr, asked: told.find((line) => line.startsWith('ecs run-task'))! };
}

test('a task runs with another command in the environment that the outputs are of, and its failure is told', () => {
  const settings = {
    OUTPUTS: join(folder, 'outputs.json'),
    TASK: 'machine-keys',
    COMMAND: '["node","seeds/machines/run.ts","staff","--name","Cora \\"C\\" Whitfield"]',
  };
  const { status, asked } = run('run-task', settings);
  expect(status).toBe(0);
  expect(asked).toContain('--cluster guildhall-live --task-definition guildhall-live-machine-keys:3');
  expect(asked).toContain('{subnets=[subnet-2]}');
  expect(JSON.parse(/--overrides (\{.*\}) --query/.exec(asked)![1]!)).toEqual({
    containerOverrides: [{ name: 'machine-keys', command: JSON.parse(settings.COMMAND) }],
  });
  expect(run('run-task', { ...settings, CODE: '1' })).toMatchObject({
    status: 1,
    stderr: 'machine-keys ended with 1: its log says why.\n',
  });
});

test('migrations are taken back by the newer task, domain by domain', () => {
  const { status, asked } = run('migrate-down', {
    BEFORE: join(folder, 'outputs.json'),
    KEEP: '["workshops/","people/1_init"]',
  });
  expect(status).toBe(0);
  expect(asked).toContain(
    '"command":["node","prisma/migrate.ts","down","--keep","workshops/","--keep","people/1_init"]',
  );
});
