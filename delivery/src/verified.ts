import { z } from 'zod';
import { Refusal } from './refusal.ts';
import { type Release, digest, digestOf } from './release.ts';

/** What is attested of a release once it has been deployed and tried. */
export const verification = z.strictObject({ environment: z.string(), release: digest });

/** Digests by image, as an environment's Terraform says that it runs them. */
export const appliedImages = z.record(z.string(), digest);

/**
 * Checks that a release is the one that was verified in an environment, and that the environment still runs it.
 *
 * @param attested what the attestations say that GitHub has verified for this very file.
 * @throws Refusal naming every difference.
 */
export function checkVerified({
  release,
  environment,
  attested,
  applied,
}: {
  release: Release;
  environment: string;
  attested: readonly z.output<typeof verification>[];
  applied: z.output<typeof appliedImages>;
}): void {
  const own = digestOf(release);
  if (!attested.some((each) => each.environment === environment && each.release === own))
    throw new Refusal(
      `The release ${own} was never verified in ${environment}: promote it there first, and let its journeys pass.`,
    );
  const names = Object.keys(applied).toSorted();
  const different = names.filter((name) => applied[name] !== release.images[name]?.digest);
  if (different.length > 0 || names.length === 0)
    throw new Refusal(
      `${environment} does not run what was verified there: ${
        different
          .map(
            (name) => `${name} is ${applied[name]}, not ${release.images[name]?.digest ?? 'in the release'}`,
          )
          .join('; ') || 'it runs nothing'
      }. Promote to ${environment} again.`,
    );
}
