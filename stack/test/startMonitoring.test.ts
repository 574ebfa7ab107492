import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { requireProgram } from '@guildhall/monitoring/testing/requireProgram';
import { freePort } from '@guildhall/prisma/freePort';
import { expect, test } from 'vitest';
import { repository } from '../src/settings.ts';

test('npm run start:monitoring watches the stack, says where, and leaves nothing behind on Ctrl-C', async (context) => {
  requireProgram(context, 'prometheus');
  requireProgram(context, 'alertmanager');
  const [prometheus, alertmanager] = [await freePort(), await freePort()];
  const running = spawn(process.execPath, [join(repository, 'stack/src/startMonitoring.ts')], {
    env: { ...process.env, PROMETHEUS_PORT: String(prometheus), ALERTMANAGER_PORT: String(alertmanager) },
  });
  const exited = once(running, 'exit');
  let told = '';
  running.stdout.on('data', (chunk) => (told += chunk));
  const isReady = (port: number) =>
    fetch(`http://127.0.0.1:${port}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  try {
    await expect.poll(() => isReady(prometheus)).toBe(true);
    await expect.poll(() => isReady(alertmanager)).toBe(true);
    expect(told).toContain(`http://localhost:${prometheus}/targets`);
    expect(told).toContain(`http://localhost:${alertmanager}`);
    const configuration = await fetch(`http://127.0.0.1:${prometheus}/api/v1/status/config`);
    const text = await configuration.text();
    for (const service of ['gateway', 'web', 'people']) expect(text).toContain(`job_name: ${service}`);
  } finally {
    running.kill('SIGINT');
  }
  expect(await exited).toEqual([0, null]);
  expect([await isReady(prometheus), await isReady(alertmanager)]).toEqual([false, false]);
});
