import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Image } from './images.ts';
import type { Knows } from './release.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What an image that is built from a checkout has to agree about with others: see `misfits`. */
export function known({ kind, domain }: Image, images: readonly Image[], repository: string): Knows {
  const read = (path: string) => readFileSync(join(repository, path), 'utf8');
  const domains = images.flatMap((image) => (image.domain === null ? [] : [image.domain]));
  const shared = readdirSync(join(repository, 'subgraphs/kit/schema'))
    .toSorted()
    .map((file) => read(`subgraphs/kit/schema/${file}`));
  const schemaOf = (name: string) => sha256([read(`subgraphs/${name}/schema.graphql`), ...shared].join(''));
  const migrationsOf = (name: string) => {
    const folder = join(repository, 'prisma', name, 'migrations');
    return existsSync(folder) ? readdirSync(folder).toSorted() : [];
  };
  const operations = () =>
    Object.keys(JSON.parse(read('gateway/trustedDocuments/guildhall-web.json')) as object).toSorted();
  const each = <Value>(valueOf: (name: string) => Value, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, valueOf(name)]));

  const nothing: Knows = { schemas: {}, migrations: {}, operations: [] };
  switch (kind) {
    case 'subgraph':
      return { ...nothing, schemas: each(schemaOf, [domain!]), migrations: each(migrationsOf, [domain!]) };
    case 'gateway':
      return { ...nothing, schemas: each(schemaOf, domains), operations: operations() };
    case 'migrate':
      return { ...nothing, migrations: each(migrationsOf, domains) };
    case 'seed':
      return { ...nothing, migrations: each(migrationsOf, domains) };
    case 'web':
      return { ...nothing, operations: operations() };
    case 'monitoring':
      return nothing;
  }
}
