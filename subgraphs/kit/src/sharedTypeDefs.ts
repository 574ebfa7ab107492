import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fileOf = (name: string) => fileURLToPath(new URL(`../schema/${name}.graphql`, import.meta.url));

/**
 * The files of the types that a domain's schema has besides its own: those of every domain, and those of history when
 * it tells history. These name `Person`, which such a schema has.
 *
 * @param typeDefs the domain's own schema.
 */
export function sharedSchemaFiles(typeDefs: string): string[] {
  return [fileOf('shared'), ...(/\bHistoryConnection\b/.test(typeDefs) ? [fileOf('history')] : [])];
}

/** What stands in the files of {@link sharedSchemaFiles}. */
export function sharedTypeDefs(typeDefs: string): string {
  return sharedSchemaFiles(typeDefs)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}
