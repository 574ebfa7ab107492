import { readEnvironment } from '@guildhall/kit/env';
import { z } from 'zod';

const variables = z.object({
  SEED_SCALE: z.coerce
    .number()
    .positive()
    .max(1000)
    .default(1)
    .describe('how much data an empty database gets: 1 is 20 facilities, 200 agents and 3,000 shifts'),
});

/** What filling databases needs: the address of each domain's service, and how much to make. */
export interface SeedSettings {
  readonly serviceUrls: Readonly<Record<string, string>>;
  readonly scale: number;
}

/**
 * Reads SEED_SCALE, and `<DOMAIN>_DATABASE_URL` for whichever domains it is set.
 *
 * @throws SettingsError naming every variable that is wrong.
 */
export function readSeedSettings(source: Record<string, string | undefined> = process.env): SeedSettings {
  const given = Object.entries(source).flatMap(([name, value]) => {
    const domain = /^([A-Z]+)_DATABASE_URL$/.exec(name)?.[1]?.toLowerCase();
    return domain === undefined || domain === 'admin' || !value ? [] : [[domain, value] as const];
  });
  return { serviceUrls: Object.fromEntries(given), scale: readEnvironment(variables, source).SEED_SCALE };
}
