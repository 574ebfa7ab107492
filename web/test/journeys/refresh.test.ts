import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { seal, unseal } from '../../src/session/seal.ts';
import { signInAs } from '../signInAs.ts';
import { journey } from './journey.ts';

const name = 'guildhall.session.s';

/** Makes the access token of support staff end now, as time would. */
async function endAccessToken(context: BrowserContext, web: string): Promise<void> {
  const keys = readFileSync(join(inject('stack').dataDirectory, 'keys.json'), 'utf8');
  const secrets = [(JSON.parse(keys) as { webSession: string }).webSession];
  const chunks = (await context.cookies(web)).filter((cookie) => cookie.name.startsWith(name));
  expect(chunks).toHaveLength(1);
  const session = (await unseal(chunks[0]!.value, { purpose: 'session s', secrets })) as object;
  const sealed = await seal({ ...session, expiresAt: 0 }, { purpose: 'session s', secrets, seconds: 3600 });
  await context.addCookies([{ ...chunks[0]!, value: sealed }]);
}

test('pages that are asked for together with an ended token all come, and the session goes on', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'company', web);
    for (const round of [1, 2]) {
      await endAccessToken(page.context(), web);
      const answers = await Promise.all(
        [1, 2, 3, 4].map(() => page.context().request.get(`${web}/s/facilities`, { maxRedirects: 0 })),
      );
      expect(
        answers.map((answer) => answer.status()),
        `round ${round}`,
      ).toEqual([200, 200, 200, 200]);
    }
  }));
