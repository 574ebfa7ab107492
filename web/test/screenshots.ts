// Writes a picture of every page in every look to web/screenshots: `npm run screenshots [-- --url <address>]`.
import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { browser, openContext, phone } from './browser.ts';
import { looks, pages } from './pages.ts';
import { signInAs, type Persona } from './signInAs.ts';
import { startStack } from './stack.ts';

const { values } = parseArgs({ options: { url: { type: 'string' } } });
const folder = fileURLToPath(new URL('../screenshots', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const stack = values.url === undefined ? await startStack() : null;
const web = values.url ?? stack!.web;
try {
  for (const { name: look, colorScheme, isPhone } of looks) {
    for (const persona of Object.keys(pages) as Persona[]) {
      const { context } = await openContext({ colorScheme, ...(isPhone && phone) });
      const page = await context.newPage();
      await signInAs(page, persona, web);
      for (const { name, path, until } of pages[persona]) {
        // Of a page with workers the browser never says that all has come.
        await page.goto(`${web}${path}`, { waitUntil: until === undefined ? 'networkidle' : 'load' });
        if (until !== undefined) await page.locator(until).first().waitFor();
        await page.screenshot({ path: `${folder}/${persona}-${name}-${look}.png` });
      }
      await context.close();
    }
  }
  console.log(`The pictures are in ${folder}.`);
} finally {
  await (await browser()).close();
  await stack?.stop();
}
