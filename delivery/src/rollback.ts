import { Refusal } from './refusal.ts';
import { type Release, digestOf } from './release.ts';

/** What has to be done to go back, after the services have. */
export interface Rollback {
  /** What the newer image's `migrate.ts down` is given: the last migration to keep of each domain that loses some. */
  readonly keep: readonly string[];
  /** Migrations that are taken back, the last first. */
  readonly takenBack: readonly string[];
}

/**
 * What going back to an earlier release takes back in the database. The earlier release runs on the newer tables, so
 * that its services go first; the migrations can only be taken back by the newer `migrate`, which has their `down.sql`.
 *
 * @throws Refusal when the earlier release is none that this one came after, or this one itself.
 */
export function planRollback(present: Release, earlier: Release): Rollback {
  if (digestOf(present) === digestOf(earlier))
    throw new Refusal('The release to go back to is what runs there: it has gone back already.');
  const [newer, older] = [present, earlier].map(({ images }) => images['migrate']?.knows.migrations ?? {});
  const keep: string[] = [];
  const takenBack: string[] = [];
  for (const domain of Object.keys(newer!).toSorted().toReversed()) {
    const [all, kept] = [newer![domain]!, older![domain] ?? []];
    if (kept.some((name, index) => all[index] !== name))
      throw new Refusal(
        `${domain} has other migrations in the release to go back to than in the present one: it is none that came before.`,
      );
    const gone = all.slice(kept.length);
    if (gone.length === 0) continue;
    keep.push(`${domain}/${kept.at(-1) ?? ''}`);
    takenBack.push(...gone.toReversed().map((name) => `${domain}/${name}`));
  }
  const unknown = Object.keys(older!).filter((domain) => !newer![domain]);
  if (unknown.length > 0)
    throw new Refusal(`The present release knows nothing of ${unknown.join(', ')}: the other came after it.`);
  return { keep, takenBack };
}
