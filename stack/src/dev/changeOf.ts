/** What a saved file asks for. */
export type Change =
  /** Regenerate types, recompose, restart: of one domain, or of all of them. */
  | { kind: 'schema'; domain: string | null }
  /** Regenerate the database client first, then the same. */
  | { kind: 'tables'; domain: string }
  /** Restart: of one domain, or of all of them. */
  | { kind: 'code'; domain: string | null }
  /** Migrate, then restart. */
  | { kind: 'migration'; domain: string }
  | { kind: 'gateway' };

/** What no process runs, or what a change itself writes. */
const nothing = /(\.test\.ts|\.generated\.ts|\/generated\/.*)$/;

const rules: [RegExp, (domain: string) => Change][] = [
  [/^subgraphs\/kit\/(?:schema\/[^/]+\.graphql|codegen\.ts)$/, () => ({ kind: 'schema', domain: null })],
  [/^subgraphs\/([^/]+)\/(?:schema\.graphql|codegen\.ts)$/, (domain) => ({ kind: 'schema', domain })],
  [/^prisma\/([^/]+)\/schema\.prisma$/, (domain) => ({ kind: 'tables', domain })],
  [/^prisma\/([^/]+)\/migrations\/[^/]+\/migration\.sql$/, (domain) => ({ kind: 'migration', domain })],
  [/^subgraphs\/kit\/src\/.*\.ts$/, () => ({ kind: 'code', domain: null })],
  [/^subgraphs\/reference\/(?:config\.json|src\/.*\.ts)$/, () => ({ kind: 'code', domain: null })],
  [/^subgraphs\/([^/]+)\/src\/.*\.ts$/, (domain) => ({ kind: 'code', domain })],
  [/^gateway\/(src\/.*\.ts|personas\.json)$/, () => ({ kind: 'gateway' })],
];

/**
 * What has to happen after a file was saved; null when nothing has to.
 *
 * @param path relative to the root of the repository, with slashes.
 */
export function changeOf(path: string): Change | null {
  if (nothing.test(path)) return null;
  for (const [pattern, change] of rules) {
    const match = pattern.exec(path);
    if (match) return change(match[1] ?? '');
  }
  return null;
}
