import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../src/settings.ts';
import { makeFolder } from './stackProcess.ts';

const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'turbo.json', 'vitest.base.ts'];
const folders = ['gateway', 'prisma', 'sdk', 'seeds', 'stack', 'subgraphs'];

/**
 * Copies the repository, generated code included, so that a test may change its sources. Packages from elsewhere
 * are links to those installed here; the repository's own are links to their copies.
 */
export function makeScratchRepository(): string {
  const root = makeFolder();
  for (const name of files) cpSync(join(repository, name), join(root, name));
  for (const name of folders) {
    cpSync(join(repository, name), join(root, name), {
      recursive: true,
      filter: (path) => !/\/(node_modules|reports|\.turbo)$/.test(path),
    });
  }
  linkPackages(root);
  return root;
}

/** Links packages from elsewhere into a copy of the repository, and its own to their copies. */
export function linkPackages(root: string): void {
  const installed = join(repository, 'node_modules');
  mkdirSync(join(root, 'node_modules/@guildhall'), { recursive: true });
  for (const name of readdirSync(installed)) {
    if (name !== '@guildhall') symlinkSync(join(installed, name), join(root, 'node_modules', name));
  }
  // Relative links, as npm makes them: they lead to the copies.
  cpSync(join(installed, '@guildhall'), join(root, 'node_modules/@guildhall'), {
    recursive: true,
    verbatimSymlinks: true,
  });
}
