// Fills the databases of environments without people, where they are empty: node seeds/run.ts, by the settings in env.ts.
import { SettingsError } from '@guildhall/kit/env';
import { readSeedSettings } from './env.ts';
import { seedAll } from './seed.ts';

try {
  const settings = readSeedSettings();
  const filled = await seedAll({ ...settings, now: new Date(), onProgress: (line) => console.log(line) });
  console.log(filled.length === 0 ? 'Nothing was empty.' : `Filled ${filled.join(' and ')}.`);
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
}
