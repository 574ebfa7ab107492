import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder that holds one folder per domain. */
export const prismaDirectory = import.meta.dirname;

/** The domains of a folder, in name order: every folder in it that has a `schema.prisma`. */
export function findDomains(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(directory, entry.name, 'schema.prisma')))
    .map((entry) => entry.name)
    .sort();
}

/** The names of the domains, in name order. */
export const domains: readonly string[] = findDomains(prismaDirectory);
