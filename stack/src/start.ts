// Runs the whole product on this machine: npm start [-- --reset], npm run start:db, npm run start:api
import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import { compileCache } from './compileCache.ts';
import { Problem } from './problem.ts';
import { runCommand } from './runCommand.ts';
import { readSettings } from './settings.ts';

enableCompileCache(compileCache);
await runCommand(async () => {
  const { values } = parseArgs({
    options: { reset: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  const extent = values.only ?? 'all';
  if (extent !== 'db' && extent !== 'api' && extent !== 'all') {
    throw new Problem(`There is no part ${extent}: --only takes db or api.`);
  }
  const settings = readSettings();
  // The rest takes a moment to load: what is wrong with the above is said before.
  const { runStack } = await import('./runStack.ts');
  await runStack({
    settings,
    extent,
    reset: values.reset,
    loadGraph: async () => (await import('./parts/graph.ts')).loadGraph(),
  });
});
