// Generates the Prisma client of every domain: `npm run generate -w @guildhall/prisma`.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { domains, prismaDirectory } from './domains.ts';

const cli = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build', 'index.js');

for (const domain of domains) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, 'generate', '--schema', join(prismaDirectory, domain, 'schema.prisma'), '--no-hints'],
    {
      encoding: 'utf8',
      // Prisma looks for a schema engine it does not need here, and would download one: any executable
      // that exists keeps it off the network.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  );
  if (status !== 0) {
    console.error(`prisma generate failed for ${domain}: ${stderr}`);
    process.exit(1);
  }
}
