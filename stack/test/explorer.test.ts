import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accounts } from '@guildhall/seeds/accounts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { seriousFindings, startBrowser } from './browser.ts';
import {
  type StackProcess,
  makeFolder,
  removeFolder,
  startStackProcess,
  testSettings,
} from './stackProcess.ts';

const folder = makeFolder();
let stack: StackProcess;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What the browser held back by the content security policy, and addresses asked that are not of this machine. */
let reports: string[];

beforeAll(async () => {
  [stack, browser] = await Promise.all([
    startStackProcess(['stack/src/start.ts'], testSettings(folder)),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.end();
  removeFolder(folder);
});
beforeEach(async () => {
  reports = [];
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) reports.push(message.text().slice(0, 200));
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !['localhost', '127.0.0.1'].includes(hostname))
      reports.push(request.url());
  });
  await page.goto(new URL('/explorer/', stack.note.graph.replace('127.0.0.1', 'localhost')).href);
});
afterEach(async () => {
  await context.close();
  expect(reports).toEqual([]);
});

async function signIn(persona: keyof typeof accounts) {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: accounts[persona].name }).click();
  await page.getByText(`${accounts[persona].name}, ${persona}`).waitFor();
}

const editor = () => page.getByRole('region', { name: 'Operation Editor' });
const result = () => page.getByRole('region', { name: 'Result Window' });

async function checkAccessibility() {
  expect(await seriousFindings(page)).toEqual([]);
}

test('support staff sign in, read the docs, run an operation, and are signed out at the provider too', async () => {
  await signIn('company');
  expect(new URL(page.url()).pathname).toBe('/explorer/');

  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByText('A GraphQL schema provides a root type').waitFor();
  await checkAccessibility();
  await page.getByRole('link', { name: 'Query' }).click();
  await page.getByText('The shifts that you may see.').waitFor();

  await page.getByRole('button', { name: 'Execute query' }).click();
  await result().getByText(accounts.company.name).waitFor();
  await checkAccessibility();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('a role without the right to read the schema is told so, and runs what it may', async () => {
  await signIn('agent');
  await page.getByText('would need the scope explorer:use').waitFor();
  await page.getByRole('button', { name: 'Execute query' }).click();
  await result().getByText(accounts.agent.name).waitFor();
});

test('what is clicked before the editors have come is done once they are there', async () => {
  await signIn('agent');
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/assets\/(monaco|editor)[^/]*\.js$/, async (route) => {
    await isReleased;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  const button = page.locator('.graphiql-execute-button');
  await button.waitFor();
  let isClicked = false;
  const clicked = button.click().then(() => (isClicked = true));
  await page.evaluate('new Promise(requestAnimationFrame)');
  expect(isClicked).toBe(false);
  release();
  await clicked;
  await result().getByText(accounts.agent.name).waitFor();
});

test('an operation that is saved is there after a reload, and its link opens it elsewhere', async () => {
  await page.getByRole('button', { name: 'Show Saved operations' }).click();
  await page.getByLabel('Name of what is in the editor').fill('Mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('“Mine” is saved in this browser.').waitFor();
  await checkAccessibility();
  await page.reload();
  await page.getByRole('button', { name: 'Copy a link to Mine' }).click();
  await page.getByText('is in the clipboard').waitFor();
  const link = await page.evaluate<string>('navigator.clipboard.readText()');
  const other = await browser.newPage();
  await other.goto(link);
  await other.getByText('WhoAmI').first().waitFor();
  await other.close();

  await page.getByRole('button', { name: 'Open shifts from a day on' }).click();
  await editor().getByText('OpenShifts').waitFor();
});
