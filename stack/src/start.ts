// Runs the whole product on this machine: npm start [-- --reset], npm run start:db, npm run start:api
import { parseArgs } from 'node:util';
import { startGraph } from './parts/graph.ts';
import { Problem } from './problem.ts';
import { runCommand } from './runCommand.ts';
import { runStack } from './runStack.ts';
import { readSettings } from './settings.ts';

await runCommand(async () => {
  const { values } = parseArgs({
    options: { reset: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  const extent = values.only ?? 'all';
  if (extent !== 'db' && extent !== 'api' && extent !== 'all') {
    throw new Problem(`There is no part ${extent}: --only takes db or api.`);
  }
  await runStack({ settings: readSettings(), extent, reset: values.reset, startGraph });
});
