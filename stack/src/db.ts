// Migrations on the database in DATABASE_URL or, when it is not set, of the local stack that runs:
// npm run db -- up | down | status | new <name> [--domain d]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findRunningStack } from './dataDirectory.ts';
import { runCommand } from './runCommand.ts';
import { readSettings, repository } from './settings.ts';

await runCommand(async () => {
  const { databaseUrl, dataDirectory } = readSettings();
  const { status } = spawnSync(
    process.execPath,
    [join(repository, 'prisma/migrate.ts'), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, DATABASE_URL: databaseUrl ?? findRunningStack(dataDirectory)?.databaseUrl },
    },
  );
  process.exitCode = status ?? 1;
});
