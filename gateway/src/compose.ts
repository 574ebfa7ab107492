/**
 * Composes the supergraph from the schemas of the domains.
 *
 *   npm run compose -w gateway               writes gateway/supergraph.graphql
 *   npm run compose -w gateway -- --check    writes nothing; exits 1 when the committed file has drifted
 *   … --against <file>                     names breaking changes since another supergraph, for example
 *                                          that of the last release
 *
 * Breaking changes are reported, never refused: whether one may happen is for people to decide.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { parse } from 'graphql';
import { withEnforcedFeatures } from './access/enforcedFeatures.ts';
import { supergraphFile } from './supergraphFile.ts';

const subgraphsFolder = new URL('../../subgraphs/', import.meta.url);
const sharedFile = new URL('kit/schema/shared.graphql', subgraphsFolder);

const header =
  '# Composed by `npm run compose -w gateway`: change subgraphs/<domain>/schema.graphql instead.\n';

/** The domains' schemas do not fit together; the message has one line for each reason. */
export class CompositionFailed extends Error {
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    super(`The schemas do not compose into one graph; change them and compose again:\n${reasons.join('\n')}`);
    this.name = 'CompositionFailed';
    this.reasons = reasons;
  }
}

/** One domain's schema, without the types that all domains share. */
export interface DomainSchema {
  name: string;
  typeDefs: string;
}

/**
 * The schemas in `subgraphs/<domain>/schema.graphql`, in name order.
 *
 * @throws Error when a named domain has no schema.
 */
export function readDomainSchemas(domains?: readonly string[]): DomainSchema[] {
  const fileOf = (domain: string) => new URL(`${domain}/schema.graphql`, subgraphsFolder);
  const names = domains ?? readdirSync(subgraphsFolder).filter((name) => existsSync(fileOf(name)));
  return names.toSorted().map((name) => {
    if (!existsSync(fileOf(name))) {
      throw new Error(`There is no domain ${name}: subgraphs/${name}/schema.graphql does not exist.`);
    }
    return { name, typeDefs: readFileSync(fileOf(name), 'utf8') };
  });
}

/**
 * Composes domains into one supergraph. The text depends on the schemas alone. Its addresses are
 * placeholders (`http://<domain>.guildhall.internal/graphql`) that the gateway's settings replace.
 *
 * @param domains names of domains; all that have a schema when left out.
 * @param schemas the schemas themselves, in place of those on disk.
 * @throws CompositionFailed with every reason.
 */
export function composeSupergraph({
  domains,
  schemas = readDomainSchemas(domains),
}: { domains?: readonly string[]; schemas?: readonly DomainSchema[] } = {}): { supergraphSdl: string } {
  const shared = readFileSync(sharedFile, 'utf8');
  const result = composeServices(
    schemas.map(({ name, typeDefs }) => ({
      name,
      url: `http://${name}.guildhall.internal/graphql`,
      typeDefs: parse(`${typeDefs}\n${shared}`),
    })),
  );
  if (result.errors) throw new CompositionFailed(result.errors.map((error) => error.message));
  return { supergraphSdl: `${header}${result.supergraphSdl.trimEnd()}\n` };
}

/** What a client of the old graph could trip over in the new one, one sentence each. */
export async function breakingChanges(oldSupergraph: string, newSupergraph: string): Promise<string[]> {
  const apiSchema = (sdl: string) =>
    Supergraph.build(withEnforcedFeatures(sdl)).apiSchema().toGraphQLJSSchema();
  const changes = await diff(apiSchema(oldSupergraph), apiSchema(newSupergraph));
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .map((change) => change.message);
}

/**
 * The command line above.
 *
 * @param schemas the schemas themselves, in place of those on disk.
 * @returns the exit code.
 */
export async function composeCommand(
  args: readonly string[],
  {
    file = supergraphFile,
    schemas,
    print = console.log,
  }: { file?: string; schemas?: DomainSchema[]; print?: (line: string) => void } = {},
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { check: { type: 'boolean', default: false }, against: { type: 'string', default: file } },
  });
  const { supergraphSdl } = composeSupergraph({ schemas });
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const earlier = existsSync(values.against) ? readFileSync(values.against, 'utf8') : '';
  if (earlier !== '') {
    for (const change of await breakingChanges(earlier, supergraphSdl)) print(`Breaking change: ${change}`);
  }
  if (committed === supergraphSdl) {
    print('The supergraph is what the schemas compose into.');
    return 0;
  }
  if (values.check) {
    print(
      'gateway/supergraph.graphql is not what the schemas compose into: run `npm run compose -w gateway` and commit the file.',
    );
    return 1;
  }
  writeFileSync(file, supergraphSdl);
  print(`Wrote ${file}.`);
  return 0;
}

if (import.meta.main) {
  try {
    process.exitCode = await composeCommand(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
