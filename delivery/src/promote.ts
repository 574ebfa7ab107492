import { misfits } from './misfits.ts';
import { Refusal } from './refusal.ts';
import type { Release } from './release.ts';

const followers = ['gateway', 'migrate'] as const;

/**
 * The release that an environment gets when some images of another are promoted to it: those of a domain, or any other by
 * its name. The gateway and the migrations follow where they have to; nothing else changes.
 *
 * @param from what the environment runs that they come from.
 * @param to what the environment runs that they go to; null when it runs nothing yet, and gets everything.
 * @throws Refusal when one is not there, all are there already, or what would run does not fit together, naming what to
 *   promote with them.
 */
export function promoteImages(from: Release, to: Release | null, names: readonly string[]): Release {
  for (const name of names) {
    if (!from.images[name])
      throw new Refusal(
        `There is no image ${name}: promote one of ${Object.keys(from.images).toSorted().join(', ')}.`,
      );
  }
  if (names.length === 0) throw new Refusal('Name the domain to promote.');
  checkFits(from);
  if (to === null) return from;
  if (names.every((name) => to.images[name]?.digest === from.images[name]!.digest))
    throw new Refusal(`${names.join(', ')}: this is what runs there already, there is nothing to promote.`);

  const moved = new Set(names);
  const mixed = (): Release => ({
    commit: from.commit,
    images: {
      ...to.images,
      ...Object.fromEntries([...moved].map((name) => [name, from.images[name]!])),
    },
  });
  for (const follower of followers) {
    if (misfits(mixed()).some((misfit) => misfit.follower === follower)) moved.add(follower);
  }
  const left = misfits(mixed());
  if (left.length > 0) {
    const others = [...new Set(left.map(({ image }) => image))].filter((image) => !moved.has(image));
    throw new Refusal(
      `${names.join(', ')} cannot be promoted alone, what would run does not fit together: ${left.map(({ why }) => why).join('; ')}. Promote ${[...names, ...others].join(', ')} together.`,
    );
  }
  return mixed();
}

/**
 * Checks that a release may be promoted as a whole.
 *
 * @throws Refusal when its images do not fit together.
 */
export function checkFits(release: Release): void {
  const found = misfits(release);
  if (found.length > 0)
    throw new Refusal(
      `This release does not fit together: ${found.map(({ why }) => why).join('; ')}. Promote what is missing to where it comes from.`,
    );
}
