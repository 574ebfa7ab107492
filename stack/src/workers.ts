import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { domains } from '@guildhall/prisma/domains';

/** The entry of a domain's worker, a process of its own. */
export function workerEntry(domain: string): string {
  return fileURLToPath(new URL(`../../subgraphs/${domain}/src/workerMain.ts`, import.meta.url));
}

/** The domains that have jobs, and a worker that does them. */
export const workerDomains: readonly string[] = domains.filter((domain) => existsSync(workerEntry(domain)));
