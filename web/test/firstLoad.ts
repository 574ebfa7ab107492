import { gzipSync } from 'node:zlib';

/** The most JavaScript that a page loads first, in kilobytes of 1,000 bytes, compressed by gzip. */
export const firstLoadLimit = 220;

const sizes = new Map<string, Promise<number>>();

/** The compressed size of a script, whatever the server sends it as. */
async function sizeOf(address: string): Promise<number> {
  const script = await (await fetch(address)).arrayBuffer();
  return gzipSync(Buffer.from(script)).byteLength;
}

/** Counts the scripts that a page as it is served loads first, and their compressed size in kilobytes. */
export async function firstLoad(
  html: string,
  address: string,
): Promise<{ scripts: number; kilobytes: number }> {
  // Scripts for browsers that know no modules are not loaded by those that do.
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  );
  const addresses = new Set(tags.map(([, source]) => new URL(source!, address).href));
  let bytes = 0;
  for (const script of addresses) {
    if (!sizes.has(script)) sizes.set(script, sizeOf(script));
    bytes += await sizes.get(script)!;
  }
  return { scripts: addresses.size, kilobytes: bytes / 1000 };
}
