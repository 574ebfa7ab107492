// The stack with one process for each subgraph, brought up to date with what is saved: npm run dev [-- --reset]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startGraphProcesses, type GraphProcesses } from './dev/graphProcesses.ts';
import { compose, watch } from './dev/watch.ts';
import { runCommand } from './runCommand.ts';
import { runStack } from './runStack.ts';
import { readSettings, repository } from './settings.ts';

await runCommand(async () => {
  const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } });
  const supergraphFile = join(repository, 'gateway/supergraph.graphql');
  writeFileSync(supergraphFile, compose());

  let graph: GraphProcesses;
  await runStack(
    {
      settings: readSettings(),
      extent: 'all',
      followsWeb: true,
      reset: values.reset,
      loadGraph: async () => async (options) => (graph = await startGraphProcesses(options, supergraphFile)),
    },
    (stack) => watch(graph, stack.database.ownerUrl),
  );
});
