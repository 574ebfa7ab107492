import { readEnvironment } from '@guildhall/kit/env';
import { domains } from '@guildhall/prisma/domains';
import { z } from 'zod';
import type { SeedOptions } from './seed.ts';

const variableOf = (domain: string) => `${domain.toUpperCase()}_DATABASE_URL`;

/**
 * Reads what `run.ts` is given: the address of each domain's service, and how much to make.
 *
 * @throws SettingsError naming every variable that is missing or wrong.
 */
export function readSeedSettings(
  source?: Record<string, string | undefined>,
): Required<Pick<SeedOptions, 'serviceUrls' | 'scale'>> {
  const variables = z.object({
    SEED_SCALE: z.coerce
      .number()
      .positive()
      .default(1)
      .describe('how much to make: 1 is 20 facilities, 200 agents and 3,000 shifts'),
    ...Object.fromEntries(
      domains.map((domain) => [
        variableOf(domain),
        z
          .url({ protocol: /^postgres(ql)?$/ })
          .describe(
            `the address of the service ${domain}, postgresql://guildhall_${domain}:password@host:5432/guildhall`,
          ),
      ]),
    ),
  });
  const given = readEnvironment(variables, source) as Record<string, string> & { SEED_SCALE: number };
  return {
    scale: given.SEED_SCALE,
    serviceUrls: Object.fromEntries(domains.map((domain) => [domain, given[variableOf(domain)]!])),
  };
}
