import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { inject } from 'vitest';
import { seal, unseal } from '../src/session/seal.ts';
import { session, type Session } from '../src/session/session.ts';

const secrets = (): string[] => {
  const keys = readFileSync(join(inject('stack').dataDirectory, 'keys.json'), 'utf8');
  return [(JSON.parse(keys) as { webSession: string }).webSession];
};

/** The session that a browser's cookies keep under a key (`s` of support staff), as the server opens it. */
export async function readSealedSession(context: BrowserContext, web: string, key: string): Promise<Session> {
  const chunks = (await context.cookies(web)).filter(({ name }) =>
    name.startsWith(`guildhall.session.${key}.`),
  );
  const sealed = chunks
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ value }) => value)
    .join('');
  return session.parse(await unseal(sealed, { purpose: `session ${key}`, secrets: secrets() }));
}

/** Makes the access token of a session end now, as time would. The session has to fit in one cookie. */
export async function endAccessToken(context: BrowserContext, web: string, key: string): Promise<void> {
  const present = await readSealedSession(context, web, key);
  const value = await seal(
    { ...present, expiresAt: 0 },
    { purpose: `session ${key}`, secrets: secrets(), seconds: 3600 },
  );
  const name = `guildhall.session.${key}.0`;
  const cookie = (await context.cookies(web)).find((each) => each.name === name);
  await context.addCookies([{ ...cookie!, value }]);
}
