import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A package of this repository. */
export interface Workspace {
  /** Relative to the root. */
  readonly folder: string;
  /** What it needs at run time, by name, packages from elsewhere among them. */
  readonly dependencies: readonly string[];
}

interface Manifest {
  name: string;
  workspaces?: string[];
  dependencies?: Record<string, string>;
}

/** The packages of a repository, by name. npm has checked their manifests. */
export function readWorkspaces(root: string): ReadonlyMap<string, Workspace> {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest;
  const files = (read('package.json').workspaces ?? []).flatMap((pattern) =>
    globSync(`${pattern}/package.json`, { cwd: root }),
  );
  return new Map(
    files.toSorted().map((file) => {
      const { name, dependencies = {} } = read(file);
      return [name, { folder: dirname(file), dependencies: Object.keys(dependencies) }];
    }),
  );
}

/**
 * The folders of a package and of those of this repository that it needs at run time, directly or through others.
 *
 * @throws Error when there is no such package.
 */
export function neededBy(name: string, workspaces: ReadonlyMap<string, Workspace>): string[] {
  const needed = new Set<Workspace>();
  const add = (each: string) => {
    const workspace = workspaces.get(each);
    if (!workspace || needed.has(workspace)) return;
    needed.add(workspace);
    workspace.dependencies.forEach(add);
  };
  add(name);
  if (needed.size === 0) throw new Error(`There is no package ${name} in this repository.`);
  return [...needed].map(({ folder }) => folder);
}
