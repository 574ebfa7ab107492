import { createHash } from 'node:crypto';
import { type Image, changesNothing } from './images.ts';

/** The committed files of a commit: the hash of each content by path, as `git ls-tree -r` lists them. */
export type Tree = ReadonlyMap<string, string>;

/** Reads what `git ls-tree -r <commit>` prints. */
export function readTree(listing: string): Tree {
  const lines = listing.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [what = '', path = ''] = line.split('\t');
      return [path, what.split(' ')[2]!];
    }),
  );
}

/** Tells whether an image would be another one if it were built from another tree: a hash of all that it follows from. */
export function imageKey({ madeFrom }: Image, tree: Tree): string {
  const files = new Set(madeFrom);
  const folders = madeFrom.map((path) => `${path}/`);
  const lines = [...tree]
    .filter(
      ([path]) =>
        files.has(path) || (!changesNothing.test(path) && folders.some((folder) => path.startsWith(folder))),
    )
    .map(([path, content]) => `${content} ${path}\n`)
    .toSorted();
  return createHash('sha256').update(lines.join('')).digest('hex');
}
