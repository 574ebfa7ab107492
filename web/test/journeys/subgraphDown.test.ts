import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { signInAs } from '../signInAs.ts';
import { journey } from './journey.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const processes: ChildProcess[] = [];
let web: string;

/** Runs a service as in production, and says where it answers. */
async function startService(file: string, settings: Record<string, string>): Promise<string> {
  const child = fork(join(repository, file), {
    env: { NODE_ENV: 'production', PATH: process.env.PATH, PORT: '0', ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  processes.push(child);
  const hasEnded = once(child, 'exit').then((): never => {
    throw new Error(`${file} ended before it answered.`);
  });
  hasEnded.catch(() => {});
  const [{ url }] = (await Promise.race([once(child, 'message'), hasEnded])) as [{ url: string }];
  return url;
}

// A gateway beside the stack's, for which `people` is nowhere, and a web server in front of it.
beforeAll(async () => {
  const { issuer, subgraphs, dataDirectory } = inject('stack');
  const keys = JSON.parse(readFileSync(join(dataDirectory, 'keys.json'), 'utf8')) as {
    viewer: { privateJwk: object };
  };
  const ofTokens = { OIDC_ISSUER: issuer, OIDC_AUDIENCE: 'https://graph.guildhall.example' };
  const graph = await startService('gateway/src/main.ts', {
    ...ofTokens,
    LOG_LEVEL: 'silent',
    VIEWER_PRIVATE_KEY: JSON.stringify(keys.viewer.privateJwk),
    ...Object.fromEntries(
      Object.entries(subgraphs).map(([name, url]) => [`${name.toUpperCase()}_URL`, `${url}/graphql`]),
    ),
    PEOPLE_URL: 'http://127.0.0.1:9/graphql',
  });
  web = await startService('web/serve.ts', {
    ...ofTokens,
    GATEWAY_URL: graph,
    OIDC_SCOPES: 'people:read organisations:read facilities:read facilities:write',
    SESSION_SECRET: 'only-for-this-test-thirty-two-characters',
  });
});
afterAll(async () => {
  for (const child of processes) {
    if (child.exitCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }
});

test('a service that is down is named, and what the others know is shown', async () =>
  journey(
    async (page) => {
      await signInAs(page, 'company', `${web}/s/facilities`);
      await page.getByText('People is down. The rest works').waitFor();
      expect(await page.getByRole('rowheader').count()).toBeGreaterThan(10);
    },
    { web: '' },
  ));
