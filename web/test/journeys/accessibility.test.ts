import { rulesOfColour, seriousFindings } from '@guildhall/stack/testing/browser';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { phone } from '../browser.ts';
import { firstLoad, firstLoadLimit } from '../firstLoad.ts';
import { type PageOfApp, pages } from '../pages.ts';
import { signInAs, type Persona } from '../signInAs.ts';
import { expectNoSeriousAxe, journey, openUserMenu } from './journey.ts';

/** What is wrong with pages at a desk or on a phone, each in a line. */
async function faultsOf(page: Page, web: string, of: readonly PageOfApp[]): Promise<string[]> {
  const faults: string[] = [];
  await page.addInitScript(() => {
    const counted = Object.assign(window, { layoutShift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        counted.layoutShift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const { path, until = 'h1' } of of) {
    const isPhone = page.viewportSize()!.width === phone.viewport!.width;
    const look = isPhone ? 'on a phone' : 'at a desk';
    await page.goto(`${web}${path}`);
    await page.locator(until).first().waitFor();
    const titles = await page.getByRole('heading', { level: 1 }).count();
    if (titles !== 1) faults.push(`${path} has ${titles} titles`);
    faults.push(...(await seriousFindings(page)).map((finding) => `${path} ${look}: ${finding}`));
    const { shift, wider } = await page.evaluate(() => ({
      shift: (window as unknown as { layoutShift: number }).layoutShift,
      // Of the device: a phone makes its window as wide as what is in it.
      wider: document.documentElement.scrollWidth - window.screen.width,
    }));
    if (shift >= 0.05) faults.push(`${path} shifts by ${shift.toFixed(3)} ${look} while it loads`);
    if (wider > 0) faults.push(`${path} is ${wider} wider than the screen ${look}`);
    if (isPhone) continue;

    // Asked once more, since a browser may have let go of what it was served.
    const html = await (await page.context().request.get(`${web}${path}`)).text();
    const { kilobytes } = await firstLoad(html, web);
    if (kilobytes > firstLoadLimit) faults.push(`${path} loads ${kilobytes.toFixed(0)} kB of scripts first`);
    await becomeDark(page);
    // The editor of the explorer takes its colours when it starts.
    if (until !== 'h1') {
      await page.reload();
      await page.locator(until).first().waitFor();
    }
    faults.push(...(await seriousFindings(page, rulesOfColour)).map((finding) => `${path} dark: ${finding}`));
    await page.emulateMedia({ colorScheme: 'light' });
  }
  return faults;
}

/** Makes a page that is there what it is in the dark. */
async function becomeDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
}

test.for(Object.keys(pages) as Persona[])(
  'the pages of %s keep nobody out in light, in dark and on a phone, fit the screen, load little and keep still',
  // Long, and other things may run beside it.
  { timeout: 600_000 },
  async (persona) =>
    journey(async (first, web) => {
      await signInAs(first, persona, web);
      const storageState = await first.context().storageState();
      // Two at once: while the server renders one, axe looks at the other.
      const faults = await Promise.all([
        faultsOf(first, web, pages[persona]),
        journey(async (page) => faultsOf(page, web, pages[persona]), { ...phone, storageState }),
      ]);
      expect(faults.flat()).toEqual([]);

      // Dark from the first paint on, and not only once the page is there.
      await first.goto(web);
      await becomeDark(first);
      await first.reload({ waitUntil: 'domcontentloaded' });
      expect(await first.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
      await openUserMenu(first);
      await expectNoSeriousAxe(first);
    }),
);

test('the keyboard gets to the content first, and a new page is read out by its title', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'company', web);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  }));
