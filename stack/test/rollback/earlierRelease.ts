import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { git as runGit, lastReleaseTag } from '@guildhall/gateway/lastRelease';
import { repository } from '../../src/settings.ts';
import { linkPackages, makeScratchRepository } from '../scratchRepository.ts';
import { makeFolder, removeFolder } from '../stackProcess.ts';

/** The release before the present one, checked out and ready to start. */
export interface EarlierRelease {
  /** Whether it is one that git knows, and not the present code with fewer migrations. */
  readonly isReal: boolean;
  readonly root: string;
  /** Its migrations, `domain/name`, in order. */
  readonly migrations: readonly string[];
}

const git = (...args: string[]): string | null => runGit(repository, args);
const patternOfMigrations = 'prisma/*/migrations/*/migration.sql';
const nameOf = (path: string) =>
  path
    .split(/[/\\]/)
    .filter((_, index) => index === 1 || index === 3)
    .join('/');

/** The migrations of a checkout, this one when no other is named: `domain/name`, in order. */
export function presentMigrations(root = repository): string[] {
  return globSync(patternOfMigrations, { cwd: root }).map(nameOf).toSorted();
}

function migrationsAt(commit: string): string[] | null {
  const listing = git('ls-tree', '-r', '--name-only', commit, 'prisma');
  return listing === null
    ? null
    : listing
        .split('\n')
        .filter((path) => /^prisma\/[^/]+\/migrations\/[^/]+\/migration\.sql$/.test(path))
        .map(nameOf)
        .toSorted();
}

/**
 * Checks out the release before the present one: the last tag `v…`, or else the commit before the last migration; the first
 * of them that lacks a migration which is here. Where git has none, as in a shallow clone, the present code stands in for
 * it, without the newest migration of each domain: that it starts on newer tables can be told from it, no more.
 *
 * @param hasHistory false to do without git's.
 */
export function checkOutEarlierRelease(hasHistory = true): EarlierRelease {
  const present = presentMigrations();
  const lastAdded = git('log', '-1', '--diff-filter=A', '--format=%H', '--', patternOfMigrations);
  const before = [lastReleaseTag(repository), 'HEAD', lastAdded && `${lastAdded}^`];
  for (const commit of hasHistory ? before : []) {
    const migrations = commit ? migrationsAt(commit) : null;
    const isEarlier =
      migrations !== null &&
      migrations.length > 0 &&
      migrations.length < present.length &&
      migrations.every((each) => present.includes(each));
    if (isEarlier) return { isReal: true, migrations, root: checkOut(commit!) };
  }
  const root = makeScratchRepository();
  const newest = present.filter((each, index) => present[index + 1]?.split('/')[0] !== each.split('/')[0]);
  for (const each of newest)
    rmSync(join(root, 'prisma', each.replace('/', '/migrations/')), { recursive: true });
  return { isReal: false, migrations: present.filter((each) => !newest.includes(each)), root };
}

function checkOut(commit: string): string {
  const root = makeFolder();
  try {
    execFileSync('bash', ['-c', `git archive "$1" | tar -x -C "$2"`, 'bash', commit, root], {
      cwd: repository,
    });
    linkPackages(root);
    generate(root);
    return root;
  } catch (error) {
    removeFolder(root);
    throw error;
  }
}

/** What is generated from the same sources is the same, and copied; the rest is generated. */
function generate(root: string): void {
  const agree = (...paths: string[]) =>
    paths.every((path) => {
      const [here, there] = [join(repository, path), join(root, path)];
      return (
        existsSync(here) && existsSync(there) && readFileSync(here, 'utf8') === readFileSync(there, 'utf8')
      );
    });
  const copy = (path: string) => cpSync(join(repository, path), join(root, path), { recursive: true });
  const node = (cwd: string, ...args: string[]) =>
    execFileSync(process.execPath, args, { cwd: join(root, cwd), stdio: ['ignore', 'ignore', 'inherit'] });

  const schemas = globSync('prisma/*/schema.prisma', { cwd: root });
  if (agree(...schemas)) for (const schema of schemas) copy(schema.replace('schema.prisma', 'generated'));
  else node('prisma', 'generate.ts');
  for (const schema of globSync('subgraphs/*/schema.graphql', { cwd: root })) {
    const folder = schema.replace('/schema.graphql', '');
    const resolvers = (of: string) =>
      globSync(`${folder}/src/resolvers/**/*.ts`, { cwd: of })
        .filter((path) => !path.endsWith('.generated.ts'))
        .toSorted();
    if (
      agree(
        schema,
        `${folder}/codegen.ts`,
        'subgraphs/kit/codegen.ts',
        'subgraphs/kit/schema/shared.graphql',
        'subgraphs/kit/schema/history.graphql',
      ) &&
      resolvers(root).join() === resolvers(repository).join()
    )
      for (const path of globSync(`${folder}/src/**/*.generated.ts`, { cwd: repository })) copy(path);
    else node(folder, join(repository, 'node_modules/.bin/graphql-codegen'), '--config', 'codegen.ts');
  }
  copy('gateway/explorer/generated');
}
