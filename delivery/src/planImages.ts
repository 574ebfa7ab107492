import type { Image } from './images.ts';
import { type Tree, imageKey } from './imageKey.ts';
import { known } from './known.ts';
import { Refusal } from './refusal.ts';
import type { Release } from './release.ts';

/**
 * The images that have to be built for a commit: those that would be other ones than in the last release. All others keep
 * their digests, so that nothing that runs from them is deployed again.
 *
 * @param last null when there is none, and everything is built.
 */
export function planImages(images: readonly Image[], tree: Tree, last: Release | null): Image[] {
  return images.filter((image) => last?.images[image.name]?.key !== imageKey(image, tree));
}

/**
 * The release of a commit, once its images have been built.
 *
 * @param built the digest of each image that was planned.
 * @throws Refusal when one was not built, or one was that nobody planned.
 */
export function releaseOf({
  images,
  tree,
  last,
  built,
  commit,
  repository,
}: {
  images: readonly Image[];
  tree: Tree;
  last: Release | null;
  built: Readonly<Record<string, string>>;
  commit: string;
  /** Where the commit is checked out. */
  repository: string;
}): Release {
  const planned = planImages(images, tree, last).map(({ name }) => name);
  const missing = planned.filter((name) => built[name] === undefined);
  const surplus = Object.keys(built).filter((name) => !planned.includes(name));
  if (missing.length > 0) throw new Refusal(`There is no release: ${missing.join(', ')} was not built.`);
  if (surplus.length > 0)
    throw new Refusal(`There is no release: ${surplus.join(', ')} was built although nothing of it changed.`);
  return {
    commit,
    images: Object.fromEntries(
      images.map((image) => {
        const digest = built[image.name];
        if (digest === undefined) return [image.name, last!.images[image.name]!];
        const knows = known(image, images, repository);
        return [image.name, { digest, commit, key: imageKey(image, tree), knows }];
      }),
    ),
  };
}
