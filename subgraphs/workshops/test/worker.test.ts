import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createLogger } from '@guildhall/kit/logger';
import { createMetrics } from '@guildhall/kit/metrics';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { startWorker } from '../src/worker.ts';
import { somebody, startWorkshops } from './workshops.ts';

let workshops: Awaited<ReturnType<typeof startWorkshops>>;
beforeAll(async () => {
  workshops = await startWorkshops();
});
afterAll(() => workshops?.close());

/** An offer that has run out, with somebody who waits behind it. */
async function expiredOffer() {
  const { id } = await workshops.published({ capacity: 1 });
  const [seated, first, second] = [somebody(), somebody(), somebody()];
  for (const person of [seated, first, second]) await workshops.signUp(person, id);
  await workshops.done(seated, 'leaveWorkshop', { id });
  await workshops.sql`update workshops.participant set offered_until = now() - interval '1 second'
    where workshop_id = ${id}::uuid and status = 'offered'`;
  const statuses = async () => {
    const rows = await workshops.sql`select status from workshops.participant
      where workshop_id = ${id}::uuid order by place`;
    return rows.map(({ status }) => status);
  };
  return { id, statuses };
}
const ended = ['cancelled', 'cancelled', 'offered'];
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 50 });

/** A worker in a process of its own. */
async function workerProcess() {
  const child = fork(new URL('../src/workerMain.ts', import.meta.url), {
    env: { ...process.env, PORT: '0', WORKSHOPS_DATABASE_URL: workshops.serviceUrl, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { child, url };
}

test('the worker ends an offer when its time is up, tells how it is, and ends cleanly', async () => {
  const { statuses } = await expiredOffer();
  const { child, url } = await workerProcess();
  await eventually(async () => expect(await statuses()).toEqual(ended));
  const answers = await Promise.all(['healthz', 'readyz', 'metrics'].map((path) => fetch(`${url}/${path}`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const measured = await answers[2]!.text();
  expect(measured).toMatch(/guildhall_jobs_done_total\{task="endOffer",service="workshops-worker"\} [1-9]/);
  expect(measured).toMatch(/guildhall_jobs\{state="scheduled",service="workshops-worker"\} 1/);
  expect(measured).toContain('guildhall_oldest_due_job_seconds');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a worker that is killed in the middle of an offer loses nothing: another does its job within seconds', async () => {
  const { id, statuses } = await expiredOffer();
  const { child } = await workerProcess();
  // It has the job in its hands and waits for the workshop, which somebody else holds.
  const held = await workshops.hold(id);
  const jobs = () =>
    workshops.queue`select locked_by from workshops_jobs._private_jobs where locked_by is not null`;
  await workshops.queue`update workshops_jobs._private_jobs set run_at = now() where locked_by is null`;
  await eventually(async () => expect(await jobs()).toHaveLength(1));
  child.kill('SIGKILL');
  await once(child, 'exit');
  await held.release();
  const other = await startWorker({
    port: 0,
    databaseUrl: workshops.serviceUrl,
    logger: createLogger({ name: 'test', level: 'silent' }),
    metrics: createMetrics('test'),
    pollInterval: 100,
  });
  onTestFinished(() => other.close());
  await eventually(async () => expect(await statuses()).toEqual(ended));
  await eventually(async () => expect(await jobs()).toEqual([]));
});

test('a job that runs twice, too early, or for what is gone does no harm', async () => {
  const { id, statuses } = await expiredOffer();
  const again = () => workshops.queue`
    select workshops_jobs.enqueue('endOffer', json_build_object('participantId', p.id), now(), null)
      from workshops.participant p where p.workshop_id = ${id}::uuid`;
  await again();
  await again();
  await workshops.queue`select workshops_jobs.enqueue('endOffer', '{"participantId": "00000000-0000-7000-8000-000000000000"}', now(), null)`;
  const worker = await startWorker({
    port: 0,
    databaseUrl: workshops.serviceUrl,
    logger: createLogger({ name: 'test', level: 'silent' }),
    metrics: createMetrics('test'),
    pollInterval: 100,
  });
  onTestFinished(() => worker.close());
  // One that failed would be left for later.
  const left = () =>
    workshops.queue`select last_error from workshops_jobs.jobs where run_at <= now() or last_error is not null`;
  await eventually(async () => expect(await left()).toEqual([]));
  expect(await statuses()).toEqual(ended);
});
