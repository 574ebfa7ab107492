import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of domains for the rest of a test, with these files in it, by path. */
export function scratchDomains(files: Record<string, string>): string {
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-domains-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) writeIn(directory, path, text);
  return directory;
}

/** Writes one file, making its folders. */
export function writeIn(directory: string, path: string, text: string): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
