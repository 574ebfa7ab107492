// The journeys that need nothing but a URL and credentials, against any environment:
// npm run test:blackbox -- --url <gateway> --company <credential> --facility <credential> --agent <credential> [--write]
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import type { BlackboxTarget } from './gateway.ts';
import { fetchToken } from '../src/fetchToken.ts';

const personas = ['company', 'facility', 'agent'] as const;
const localUrl = 'http://localhost:4000/graphql';

const usage = `npm run test:blackbox -- [--url <gateway>] [--company <c>] [--facility <c>] [--agent <c>] [--write]

A credential <c> is an access token, or an API key as id:secret. Without any, the local stack is asked for
tokens. Journeys of a persona without a credential are left out. --write also makes records and deletes them.`;

async function targetOf(args: string[]): Promise<BlackboxTarget> {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string', default: localUrl },
      company: { type: 'string' },
      facility: { type: 'string' },
      agent: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  if (!URL.canParse(values.url)) throw new Error(`${values.url} is no address.\n\n${usage}`);
  const credentials: BlackboxTarget['credentials'] = {};
  for (const persona of personas) {
    const credential = values[persona];
    if (credential) credentials[persona] = authorization(credential);
  }
  if (Object.keys(credentials).length === 0) {
    if (values.url !== localUrl) throw new Error(`Give a credential for at least one persona.\n\n${usage}`);
    for (const persona of personas) credentials[persona] = authorization(await fetchToken(persona));
  }
  return { url: values.url, credentials, write: values.write };
}

function authorization(credential: string): string {
  return credential.includes(':')
    ? `Basic ${Buffer.from(credential).toString('base64')}`
    : `Bearer ${credential}`;
}

try {
  const target = await targetOf(process.argv.slice(2));
  const vitest = await startVitest('test', [], {
    root: import.meta.dirname,
    include: ['*.blackbox.ts'],
    watch: false,
    provide: { target },
  });
  await vitest.close();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
