import { seriousFindings } from '@guildhall/stack/testing/browser';
import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { phone } from '../browser.ts';
import { firstLoad, firstLoadLimit } from '../firstLoad.ts';
import { looks, type PageOfApp, pages } from '../pages.ts';
import { signInAs, type Persona } from '../signInAs.ts';
import { expectNoSeriousAxe, journey, openUserMenu } from './journey.ts';

/** Dark differs from light in colours alone. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** Gives a page what it would meet in a look: the settings and the device of a person. */
async function wear(page: Page, devtools: CDPSession, look: (typeof looks)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: look.colorScheme });
  if (!look.isPhone) return;
  const { width, height } = phone.viewport!;
  await devtools.send('Emulation.setDeviceMetricsOverride', {
    ...{ width, height, screenWidth: width, screenHeight: height },
    deviceScaleFactor: 1,
    mobile: true,
  });
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
}

/** What is wrong with a page, in every look; each in a line. */
async function faultsOf(page: Page, web: string, { path, until = 'h1' }: PageOfApp): Promise<string[]> {
  const faults: string[] = [];
  const devtools = await page.context().newCDPSession(page);
  for (const look of looks) {
    await wear(page, devtools, look);
    await page.goto(`${web}${path}`);
    await page.locator(until).first().waitFor({ state: 'attached' });
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(look.colorScheme);
    const shift = await page.evaluate(() => (window as unknown as { layoutShift: number }).layoutShift);
    // The editor of the explorer places its own panes once it is there.
    if (shift >= 0.05 && until === 'h1')
      faults.push(`${look.name}: shifts by ${shift.toFixed(3)} while it loads`);
    if (look.name === 'light') {
      const served = await page.context().request.get(`${web}${path}`);
      const { kilobytes } = await firstLoad(await served.text(), web);
      if (kilobytes > firstLoadLimit) faults.push(`loads ${kilobytes.toFixed(0)} kB of scripts first`);
    }
    const found = await seriousFindings(page, look.name === 'dark' ? rulesOfColour : undefined);
    faults.push(...found.map((finding) => `${look.name}: ${finding}`));
    const headings = await page.getByRole('heading', { level: 1 }).count();
    if (headings !== 1) faults.push(`${look.name}: has ${headings} titles`);
    // Of the device: a phone makes its window as wide as what is in it.
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.screen.width);
    if (wider > 0) faults.push(`${look.name}: is ${wider} wider than the screen`);
  }
  return faults.map((fault) => `${path} ${fault}`);
}

test.for(Object.keys(pages) as Persona[])(
  'the pages of %s keep nobody out in light, in dark and on a phone, fit the screen, load little and keep still',
  // Long, and other things may run beside it.
  { timeout: 300_000 },
  async (persona) =>
    journey(async (first, web) => {
      const context = first.context();
      await context.addInitScript(() => {
        const counted = Object.assign(window, { layoutShift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            counted.layoutShift += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await signInAs(first, persona, web);
      // Two at once: while the server renders one, axe looks at the other.
      const left = [...pages[persona]];
      const faults = await Promise.all(
        [first, first].map(async () => {
          const found: string[] = [];
          for (let next = left.shift(); next; next = left.shift()) {
            const page = await context.newPage();
            found.push(...(await faultsOf(page, web, next)));
            await page.close();
          }
          return found;
        }),
      );
      expect(faults.flat()).toEqual([]);
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
