// Fills the domains that are empty with generated data, as a task of its own before services start:
// <DOMAIN>_DATABASE_URL=… node seeds/run.ts
import { readSeedSettings } from './env.ts';
import { seedAll } from './seed.ts';

try {
  const seeded = await seedAll({
    ...readSeedSettings(),
    now: new Date(),
    onProgress: (line) => console.log(line),
  });
  console.log(seeded.length === 0 ? 'Every domain has data.' : `Filled ${seeded.join(', ')}.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
