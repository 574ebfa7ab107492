import { accounts } from '@guildhall/seeds/accounts';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { endAccessToken, readSealedSession } from '../sessionsOf.ts';
import { signInAs } from '../signInAs.ts';
import { journey, openUserMenu } from './journey.ts';

const graph = '/s/explorer/graph';

/** Asks as the page does, and gives what came. */
async function ask(
  context: BrowserContext,
  web: string,
  query: string,
  headers: Record<string, string> = {},
) {
  const answer = await context.request.post(`${web}${graph}`, {
    headers: { origin: web, 'content-type': 'application/json', ...headers },
    data: { query },
  });
  return { status: answer.status(), text: await answer.text() };
}

/**
 * Everything that a page is given and sends from now on, cookies included. The headers are the debugger's own words:
 * Playwright's wait for some of the scripts of workers, and never get them.
 */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  const heard: string[] = [];
  const bodies: Promise<string>[] = [];
  const network = await page.context().newCDPSession(page);
  for (const event of [
    'Network.requestWillBeSent',
    'Network.requestWillBeSentExtraInfo',
    'Network.responseReceivedExtraInfo',
  ] as const) {
    network.on(event, (told: unknown) => heard.push(JSON.stringify(told)));
  }
  await network.send('Network.enable', { maxPostDataSize: 1_000_000 });
  page.context().on('requestfinished', (request) => {
    // Redirects have none, and of some there is no more to be had.
    const body = request.response().then((response) => response!.text());
    bodies.push(body.catch(() => ''));
  });
  return async () => {
    await network.send('Network.disable');
    return [...heard, ...(await Promise.all(bodies))];
  };
}

/** All that a script of the page could read. */
const readable = (page: Page): Promise<string> =>
  page.evaluate<string>(
    'document.documentElement.outerHTML + JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state])',
  );

test('the explorer asks with the rights of the session, no token reaches the browser, and signing out ends both', async () =>
  journey(async (page, web) => {
    const context = page.context();
    const heard = await listen(page);
    await signInAs(page, 'company', `${web}/s/explorer`);
    await page.getByRole('button', { name: 'Execute query' }).click();
    await page.getByRole('region', { name: 'Result Window' }).getByText(accounts.company.name).waitFor();

    // What the graph tells support staff alone, of the organisation that they act for.
    const own = await ask(
      context,
      web,
      '{ me { id } people(first: 1, filter: { text: "+44" }) { totalCount } }',
    );
    expect(own.status).toBe(200);
    expect(JSON.parse(own.text)).toMatchObject({
      data: { me: { id: accounts.company.personId }, people: { totalCount: expect.any(Number) as number } },
    });
    // A token that the page brings of its own counts for nothing.
    const brought = await ask(context, web, '{ me { id } }', { authorization: 'Bearer nonsense' });
    expect(JSON.parse(brought.text)).toEqual({ data: { me: { id: accounts.company.personId } } });
    const foreign = await ask(context, web, '{ me { id } }', { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);

    const before = await readSealedSession(context, web, 'explorer');
    await endAccessToken(context, web, 'explorer');
    expect((await ask(context, web, '{ me { id } }')).status).toBe(200);
    const sessions = [
      before,
      await readSealedSession(context, web, 'explorer'),
      await readSealedSession(context, web, 's'),
    ];
    const tokens = sessions.flatMap(({ accessToken, refreshToken, idToken }) => [
      accessToken,
      refreshToken!,
      idToken!,
    ]);
    expect(new Set(tokens).size).toBe(9);
    const told = [...(await heard()), await readable(page)].join('\n');
    // The ears are open: what is asked, and the sealed session that goes with it.
    expect(told).toContain(graph);
    expect(told).toMatch(/cookie[^]*guildhall\.session/i);
    expect(tokens.filter((token) => told.includes(token))).toEqual([]);

    await openUserMenu(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${web}/signed-out`);
    const after = await ask(context, web, '{ me { id } }');
    expect([after.status, after.text]).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
    await page.goto(`${web}/s/explorer`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    // What somebody had kept of them gets no new tokens either.
    for (const [client, session] of [
      ['guildhall-explorer', sessions[1]!],
      ['guildhall-web', sessions[2]!],
    ] as const) {
      const refreshed = await fetch(`${inject('stack').issuer}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: client,
          refresh_token: session.refreshToken!,
        }),
      });
      expect([client, refreshed.status, await refreshed.json()]).toEqual([
        client,
        400,
        expect.objectContaining({ error: 'invalid_grant' }),
      ]);
    }
  }));

test('who is no support staff gets no explorer, and no answer through it', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'facility', web);
    const opened = await page.goto(`${web}/s/explorer`);
    expect(opened!.status()).toBe(403);
    expect((await ask(page.context(), web, '{ me { id } }')).status).toBe(401);
  }));
