// The migrations, as functions and as a command: npm run db -- up | down | status | new <name> [--domain d]
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { domains as allDomains } from './domains.ts';
import { migrateDown } from './migrate/migrateDown.ts';
import { migrateUp } from './migrate/migrateUp.ts';
import { migrationStatus } from './migrate/migrationStatus.ts';
import { newMigration } from './migrate/newMigration.ts';
import { servicePasswords } from './migrate/servicePasswords.ts';

export { migrateDown, migrateUp, migrationStatus, newMigration, servicePasswords };
export { MigrationFailed } from './migrate/migrationFailed.ts';

const usage = `npm run db -- <command> [--domain <name>]

  up            make roles, set passwords, apply what is pending
  down          take back the last migration (of every domain, or of one), or, with --keep <domain>/<name>, as often
                as there are domains, everything that came after it; <domain>/ keeps none of a domain
  status        list the migrations and where each stands
  new <name>    begin a migration from the change of schema.prisma

up, down and status need DATABASE_URL, an owner's address; up sets the passwords found in
<DOMAIN>_DATABASE_URL and ADMIN_DATABASE_URL.`;

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { domain: { type: 'string' }, keep: { type: 'string', multiple: true } },
  });
  const [command, name] = positionals;
  const { domain } = values;
  if (domain !== undefined && !allDomains.includes(domain))
    throw new Error(`There is no domain ${domain}: the domains are ${allDomains.join(', ')}.`);
  const domains = domain === undefined ? allDomains : [domain];
  const onProgress = (line: string) => console.log(line);

  switch (command) {
    case 'up': {
      const passwords = servicePasswords(process.env, domains);
      const applied = await migrateUp({
        databaseUrl: databaseUrl(),
        servicePasswords: passwords,
        domains,
        onProgress,
      });
      console.log(applied.length === 0 ? 'Nothing was pending.' : `Applied ${applied.length}.`);
      return;
    }
    case 'down':
      await migrateDown(
        values.keep
          ? { databaseUrl: databaseUrl(), keep: readKept(values.keep), onProgress }
          : { databaseUrl: databaseUrl(), domains, onProgress },
      );
      return;
    case 'status':
      for (const each of await migrationStatus({ databaseUrl: databaseUrl(), domains })) {
        const when = each.appliedAt ? `  ${each.appliedAt.toISOString()}` : '';
        console.log(`${each.state.padEnd(10)}  ${each.domain}/${each.name}${when}`);
      }
      return;
    case 'new': {
      if (!name) throw new Error('A new migration needs a name: npm run db -- new <name>');
      for (const folder of await newMigration({ name, domain })) console.log(`Check and complete ${folder}`);
      return;
    }
    default:
      throw new Error(usage);
  }
}

function readKept(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((each) => {
      const [, domain, name] = /^([a-z]+)\/(.*)$/.exec(each) ?? [];
      if (!domain || !allDomains.includes(domain))
        throw new Error(
          `--keep ${each}: write <domain>/<migration>; the domains are ${allDomains.join(', ')}.`,
        );
      return [domain, name!];
    }),
  );
}

function databaseUrl(): string {
  const { data } = z.url({ protocol: /^postgres(ql)?$/ }).safeParse(process.env.DATABASE_URL);
  if (data === undefined)
    throw new Error(
      'DATABASE_URL must be the address of an owner of the database, for example postgresql://owner:password@127.0.0.1:5432/guildhall.',
    );
  return data;
}

if (import.meta.main) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
