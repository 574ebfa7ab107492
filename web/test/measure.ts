// Counts the JavaScript that a browser loads first on each page, compressed, from the page as it is served:
// `npm run measure -w web [-- --url <address>]`. It fails above the limit.
import { parseArgs } from 'node:util';
import { browser, openContext } from './browser.ts';
import { firstLoad, firstLoadLimit } from './firstLoad.ts';
import { pages } from './pages.ts';
import { signInAs, type Persona } from './signInAs.ts';
import { startStack } from './stack.ts';

/** What is aimed at, in kilobytes. */
const target = 205;

const { values } = parseArgs({ options: { url: { type: 'string' } } });
const stack = values.url === undefined ? await startStack() : null;
const web = values.url ?? stack!.web;

try {
  let largest = 0;
  for (const persona of Object.keys(pages) as Persona[]) {
    const { context } = await openContext();
    await signInAs(await context.newPage(), persona, web);
    for (const { name, path } of pages[persona]) {
      const html = await (await context.request.get(`${web}${path}`)).text();
      const { scripts, kilobytes } = await firstLoad(html, web);
      largest = Math.max(largest, kilobytes);
      const mark = kilobytes > firstLoadLimit ? '✗' : kilobytes > target ? '!' : '✔';
      console.log(`${mark} ${kilobytes.toFixed(1).padStart(6)} kB  ${scripts} scripts  ${persona} ${name}`);
    }
    await context.close();
  }
  if (largest > firstLoadLimit) {
    console.log(`A page loads more than ${firstLoadLimit} kB: load what is used later when it is used.`);
    process.exitCode = 1;
  }
} finally {
  await (await browser()).close();
  await stack?.stop();
}
