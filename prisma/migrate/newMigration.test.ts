import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchDomains, writeIn } from '../testing/scratchDomains.ts';
import { newMigration } from './newMigration.ts';

const model = (fields: string) => `datasource db {
  provider = "postgresql"
}
model Thing {
  id String @id @db.Uuid
  ${fields}
  @@map("thing")
}
`;
const now = new Date('2026-03-01T12:34:56Z');

function repository(files: Record<string, string>): string {
  const directory = scratchDomains(files);
  execFileSync('git', ['init', '--quiet'], { cwd: directory });
  return directory;
}

function commit(directory: string): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: directory });
  git('add', '.');
  git('commit', '--quiet', '--message', 'A commit');
}

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

test('the first migration of a domain makes its tables with rows by policy and a history', async () => {
  const directory = repository({ 'alpha/schema.prisma': model('name String') });
  const [folder] = await newMigration({ name: 'init', directory, now });
  expect(folder).toBe(join(directory, 'alpha/migrations/20260301123456_init'));
  const up = read(folder!, 'migration.sql');
  expect(up).toContain('CREATE TABLE "thing"');
  expect(up).toContain('create table history');
  expect(up).toContain('alter table "thing" enable row level security, force row level security;');
  expect(up).toContain(`execute function guildhall.record_history('id')`);
  const down = read(folder!, 'down.sql');
  expect(down).toContain('Going down loses the table thing, the history of alpha.');
  expect(down).toContain('DROP TABLE "thing"');
});

test('a migration leads from the datamodel of the last migration to the present one, and back', async () => {
  const directory = repository({ 'alpha/schema.prisma': model('name String') });
  await newMigration({ name: 'init', directory, now });
  commit(directory);
  writeIn(directory, 'alpha/schema.prisma', model('name String\n  colour String?'));
  commit(directory); // Committing the datamodel before its migration does no harm.

  const [folder] = await newMigration({ name: 'colour', directory, now });
  expect(read(folder!, 'migration.sql')).toBe(
    '-- AlterTable\nALTER TABLE "thing" ADD COLUMN     "colour" TEXT;\n',
  );
  expect(read(folder!, 'down.sql')).toBe(
    '-- Going down loses the column thing.colour.\n\n-- AlterTable\nALTER TABLE "thing" DROP COLUMN "colour";\n',
  );
});

test('no migration is begun when nothing has changed, unless its domain is named', async () => {
  const directory = repository({ 'alpha/schema.prisma': model('name String') });
  await newMigration({ name: 'init', directory, now });
  commit(directory);
  await expect(newMigration({ name: 'again', directory, now })).rejects.toThrow(
    'No schema.prisma has changed',
  );
  const [folder] = await newMigration({ name: 'by_hand', domain: 'alpha', directory, now });
  expect(read(folder!, 'down.sql')).toContain('-- Going down loses nothing.');
});

test('no migration is begun on top of one that is not committed, with an unfit name, or for no domain', async () => {
  const directory = repository({ 'alpha/schema.prisma': model('name String') });
  await newMigration({ name: 'init', directory, now });
  await expect(newMigration({ name: 'more', directory, now })).rejects.toThrow('not committed');
  await expect(newMigration({ name: '../up', directory, now })).rejects.toThrow('cannot be named');
  await expect(newMigration({ name: 'more', domain: 'beta', directory, now })).rejects.toThrow(
    'There is no domain beta',
  );
});
