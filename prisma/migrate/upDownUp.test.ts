import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { domains, prismaDirectory } from '../domains.ts';
import { readCatalogue } from '../testing/catalogue.ts';
import { connect } from '../testing/connect.ts';
import { emptyDatabase } from '../testing/emptyDatabase.ts';
import { scratchDomains } from '../testing/scratchDomains.ts';
import { readMigrations } from './folder.ts';
import { migrateDown, whatIsLost } from './migrateDown.ts';
import { migrateUp } from './migrateUp.ts';

test.each(domains)(
  'every migration of %s goes up, down and up again over rows, and the catalogue agrees at each step',
  async (domain) => {
    const database = await emptyDatabase();
    const names = readMigrations(prismaDirectory, domain).map(({ name }) => name);
    expect(names).not.toEqual([]);
    const directory = scratchDomains({ [`${domain}/schema.prisma`]: '' });
    const folder = (name: string) => join(domain, 'migrations', name);
    const options = { databaseUrl: database.ownerUrl, domains: [domain], directory, servicePasswords: {} };

    await migrateUp(options); // Roles and schemas alone.
    const owner = await connect(database.ownerUrl);
    const catalogue = () => readCatalogue(owner, [domain, 'guildhall']);
    const steps = [await catalogue()];
    const up = async (name: string) => {
      cpSync(join(prismaDirectory, folder(name)), join(directory, folder(name)), { recursive: true });
      expect(await migrateUp(options)).toEqual([{ domain, name }]);
    };

    for (const name of names) {
      await up(name);
      steps.push(await catalogue());
    }

    await owner.query(`set role guildhall_migrator; set search_path = ${domain}`);
    await owner.query(readFileSync(join(prismaDirectory, domain, 'example.sql'), 'utf8'));
    const { rows: tables } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = '${domain}'::regnamespace and relkind = 'r'`,
    );
    for (const { name } of tables) {
      const { rowCount } = await owner.query(`select from "${name}" limit 1`);
      expect(rowCount, `example.sql of ${domain} fills the table ${name}`).toBe(1);
    }
    await owner.query('reset role; reset search_path');

    for (const [index, name] of [...names.entries()].reverse()) {
      expect(await migrateDown(options)).toEqual([{ domain, name }]);
      rmSync(join(directory, folder(name)), { recursive: true });
      expect(await catalogue(), `after ${name} went down`).toEqual(steps[index]);
    }
    for (const [index, name] of names.entries()) {
      await up(name);
      expect(await catalogue(), `after ${name} went up again`).toEqual(steps[index + 1]);
    }
  },
);

test.each(
  domains.flatMap((domain) => readMigrations(prismaDirectory, domain).map(({ name }) => [domain, name])),
)('the first comment of the down.sql of %s/%s says what going down loses', (domain, name) => {
  const sql = readFileSync(join(prismaDirectory, domain!, 'migrations', name!, 'down.sql'), 'utf8');
  expect(whatIsLost(sql)).toMatch(/^Going down loses .+\.$/);
});
