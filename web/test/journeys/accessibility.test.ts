import { expect, test } from 'vitest';
import { phone } from '../browser.ts';
import { looks, pages } from '../pages.ts';
import { signInAs, type Persona } from '../signInAs.ts';
import { expectNoSeriousAxe, journey, openUserMenu } from './journey.ts';

const cases = looks.flatMap((look) =>
  (Object.keys(pages) as Persona[]).map((persona) => ({ ...look, persona })),
);

test.for(cases)(
  'axe finds nothing serious on the pages of $persona in $name, and nothing is wider than the screen',
  async ({ persona, colorScheme, isPhone }) =>
    journey(
      async (page, web) => {
        await signInAs(page, persona, web);
        for (const { path } of pages[persona]) {
          await page.goto(`${web}${path}`);
          // On a phone a drawer, whose title is of the second level, stands in the place of its page.
          await page.getByRole('heading').first().waitFor();
          expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(colorScheme);
          await expectNoSeriousAxe(page);
          const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
          expect(wider, path).toBe(false);
        }
        await page.goto(web);
        await openUserMenu(page);
        await expectNoSeriousAxe(page);
      },
      { colorScheme, ...(isPhone && phone) },
    ),
);

test('the keyboard gets to the content first, and a new page is read out by its title', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'company', web);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  }));
