// Composes a supergraph for each set of domains that environments run, when the gateway's image is made:
// node gateway/src/composeSets.ts <terraform/configuration.json> <folder>
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { composeSupergraph } from './compose.ts';

const configuration = z.looseObject({
  domainSets: z.record(
    z.string().regex(/^[a-z][a-z0-9-]*$/),
    // What a set awaits is none of its graph yet.
    z.union([z.literal('all'), z.looseObject({ domains: z.array(z.string()).min(1) })]),
  ),
});

/**
 * Writes `<set>.graphql` for each set of domains to a folder.
 *
 * @param file a configuration of environments.
 * @returns the sets that were written.
 * @throws CompositionFailed when the domains of a set do not make a graph, Error when there is no such domain.
 */
export function composeSets(file: string, folder: string): string[] {
  const { domainSets } = configuration.parse(JSON.parse(readFileSync(file, 'utf8')));
  mkdirSync(folder, { recursive: true });
  for (const [name, set] of Object.entries(domainSets)) {
    const { supergraphSdl } = composeSupergraph(set === 'all' ? {} : { domains: set.domains });
    writeFileSync(join(folder, `${name}.graphql`), supergraphSdl);
  }
  return Object.keys(domainSets);
}

if (import.meta.main) {
  const [file = '', folder = ''] = process.argv.slice(2);
  console.log(`Composed ${composeSets(file, folder).join(', ')}.`);
}
