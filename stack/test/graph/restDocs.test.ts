import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rulesOfColour, seriousFindings, startBrowser } from '../browser.ts';
import { startGraph } from './startGraph.ts';

let graph: Awaited<ReturnType<typeof startGraph>>;
let browser: Browser;
beforeAll(async () => {
  [graph, browser] = await Promise.all([startGraph(0.05), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await graph?.close();
});

const phone = { width: 390, height: 844 };
const looks = [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark', rules: rulesOfColour },
  { viewport: phone, colorScheme: 'light' },
] as const;

test.each(['/rest', '/rest/docs/shifts', '/rest/types', '/rest/problems/too-little-rest'])(
  '%s keeps nobody out in light, in dark and on a phone, fits the screen, and takes nothing from elsewhere',
  async (path) => {
    const page = await browser.newPage();
    const reports: string[] = [];
    page.on('console', (message) => reports.push(message.text()));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(graph.url).origin) reports.push(request.url());
    });
    try {
      await page.goto(new URL(path, graph.url).href);
      expect(await page.locator('h1').count()).toBe(1);
      for (const { viewport, colorScheme, ...look } of looks) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
        expect(await seriousFindings(page, 'rules' in look ? look.rules : undefined)).toEqual([]);
      }
      expect(reports).toEqual([]);
    } finally {
      await page.close();
    }
  },
);

test('a reader finds an operation by its name, and from there what its answer and its refusals are', async () => {
  const page = await browser.newPage({ viewport: phone });
  try {
    await page.goto(new URL('/rest', graph.url).href);
    await page.getByText('Contents').click();
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Shifts' }).click();
    await page.getByRole('link', { name: 'POST /rest/v1/shifts/{id}/claim' }).first().click();
    const claim = page.locator('#claimShift');
    await claim.getByText('Needs the scope shifts:write and the role agent.').waitFor();
    await claim.getByRole('link', { name: 'Shift already taken' }).click();
    await page.getByRole('heading', { name: 'Shift already taken' }).waitFor();
    await page.goBack();
    await claim.getByRole('link', { name: 'Shift', exact: true }).click();
    await page.getByRole('link', { name: 'ShiftStatus' }).first().waitFor();
  } finally {
    await page.close();
  }
});
