// Counts the JavaScript that a browser loads first on each page, compressed, from the page as it is served:
// `npm run measure -w web [-- --url <address>]`. It fails above the limit.
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { browser, openContext } from './browser.ts';
import { pages } from './pages.ts';
import { signInAs, type Persona } from './signInAs.ts';
import { startStack } from './stack.ts';

/** In kilobytes of 1,000 bytes, by gzip. */
const limit = 220;
const target = 205;

const { values } = parseArgs({ options: { url: { type: 'string' } } });
const stack = values.url === undefined ? await startStack() : null;
const web = values.url ?? stack!.web;
const sizes = new Map<string, number>();

/** The compressed size of a script, whatever the server sends it as. */
async function sizeOf(address: string): Promise<number> {
  if (!sizes.has(address)) {
    const script = await (await fetch(address)).arrayBuffer();
    sizes.set(address, gzipSync(Buffer.from(script)).byteLength);
  }
  return sizes.get(address)!;
}

try {
  let largest = 0;
  for (const persona of Object.keys(pages) as Persona[]) {
    const { context } = await openContext();
    await signInAs(await context.newPage(), persona, web);
    for (const { name, path } of pages[persona]) {
      const html = await (await context.request.get(`${web}${path}`)).text();
      // Scripts for browsers that know no modules are not loaded by those that do.
      const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(
        ([tag]) => !/nomodule/i.test(tag),
      );
      const addresses = new Set(tags.map(([, source]) => new URL(source!, web).href));
      let bytes = 0;
      for (const address of addresses) bytes += await sizeOf(address);
      largest = Math.max(largest, bytes);
      const kilobytes = (bytes / 1000).toFixed(1);
      const mark = bytes > limit * 1000 ? '✗' : bytes > target * 1000 ? '!' : '✔';
      console.log(`${mark} ${kilobytes.padStart(6)} kB  ${addresses.size} scripts  ${persona} ${name}`);
    }
    await context.close();
  }
  if (largest > limit * 1000) {
    console.log(`A page loads more than ${limit} kB: load what is used later when it is used.`);
    process.exitCode = 1;
  }
} finally {
  await (await browser()).close();
  await stack?.stop();
}
