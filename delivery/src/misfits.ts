import type { Release } from './release.ts';

/** Two images of a release that do not agree: who would have to be another one, and a sentence that says why. */
export interface Misfit {
  /** The image that follows the others: the gateway or `migrate`. */
  readonly follower: 'gateway' | 'migrate';
  /** The image that it does not agree with. */
  readonly image: string;
  readonly why: string;
}

/**
 * Where the images of a release do not fit together: a gateway that plans for another schema of a subgraph than runs, a
 * table that no migration makes, or an operation of the web app that the gateway refuses. Empty for what may run.
 */
export function misfits({ images }: Release): Misfit[] {
  const found: Misfit[] = [];
  const { gateway, migrate, web } = images;
  for (const [name, { knows }] of Object.entries(images)) {
    if (name === 'gateway' || name === 'migrate') continue;
    for (const [domain, schema] of Object.entries(knows.schemas)) {
      if (gateway?.knows.schemas[domain] !== schema)
        found.push({
          follower: 'gateway',
          image: name,
          why: `the gateway plans for another graph of ${domain} than its service has`,
        });
    }
    for (const [domain, migrations] of Object.entries(knows.migrations)) {
      const missing = migrations.filter((each) => !migrate?.knows.migrations[domain]?.includes(each));
      if (missing.length > 0)
        found.push({
          follower: 'migrate',
          image: name,
          why: `${domain} needs ${missing.join(', ')}, which the migrations do not bring`,
        });
    }
  }
  const registered = new Set(gateway?.knows.operations);
  if (web?.knows.operations.some((operation) => !registered.has(operation)))
    found.push({ follower: 'gateway', image: 'web', why: 'the gateway refuses operations of the web app' });
  return found;
}
