import { z } from 'zod';
import { Refusal } from './refusal.ts';
import type { Release } from './release.ts';

const stack = z.looseObject({
  variable: z.looseObject({ images: z.looseObject({ type: z.string() }) }),
});

/**
 * The digests that a synthesized stack asks for, from a release, as a file of Terraform variables.
 *
 * @param synthesized the content of its `cdk.tf.json`.
 * @throws Refusal naming the images that the stack runs and the release does not have.
 */
export function imageVariables(release: Release, synthesized: unknown): { images: Record<string, string> } {
  const { type } = stack.parse(synthesized).variable.images;
  const names = [...type.matchAll(/"?([a-z][a-z0-9-]*)"?\s*=\s*string/g)].map(([, name]) => name!);
  const missing = names.filter((name) => !release.images[name]);
  if (names.length === 0) throw new Refusal('The stack asks for no image: it is none that is deployed so.');
  if (missing.length > 0)
    throw new Refusal(
      `The stack runs ${missing.join(', ')}, and the release has no such image: what makes it is not built yet, or the release is older than that. Nothing was changed.`,
    );
  return { images: Object.fromEntries(names.toSorted().map((name) => [name, release.images[name]!.digest])) };
}
