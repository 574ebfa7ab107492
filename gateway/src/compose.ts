/**
 * Composes the supergraph and the partner contract from the schemas of the domains.
 *
 *   npm run graph:compose      writes gateway/supergraph.graphql and sdk/partner.graphql, and the SDK after them
 *   npm run graph:check        says whether they have drifted, and what changed; see changes/graphCheck.ts
 *
 * Supergraphs of some domains, for environments that run no others, are made by composeSets.ts.
 */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { sharedTypeDefs } from '@guildhall/kit/sharedTypeDefs';
import { parse } from 'graphql';
import { composeContract, partnerContractFile, partnerTag } from './partnerContract.ts';
import { supergraphFile } from './supergraphFile.ts';

const subgraphsFolder = new URL('../../subgraphs/', import.meta.url);

const header = '# Composed by `npm run graph:compose`: change subgraphs/<domain>/schema.graphql instead.\n';
const contractHeader = `# The part of the graph that partners may build on: what carries @tag(name: "${partnerTag}").
${header}
`;

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
  const result = composeServices(
    schemas.map(({ name, typeDefs }) => ({
      name,
      url: `http://${name}.guildhall.internal/graphql`,
      typeDefs: parse(`${typeDefs}\n${sharedTypeDefs(typeDefs)}`),
    })),
  );
  if (result.errors) throw new CompositionFailed(result.errors.map((error) => error.message));
  return { supergraphSdl: `${header}${result.supergraphSdl.trimEnd()}\n` };
}

/** What is composed and committed: texts, or the files they stand in. */
export type Composed = Record<'supergraph' | 'contract', string>;

/** The committed files. */
export const composedFiles: Composed = { supergraph: supergraphFile, contract: partnerContractFile };

/**
 * Composes the supergraph and the partner contract.
 *
 * @param schemas the schemas themselves, in place of those on disk.
 * @returns both texts; an empty one for a contract that does not exist, because nothing is tagged.
 * @throws CompositionFailed when the domains do not fit together.
 * @throws ContractRefused when the contract needs what is not tagged.
 */
export function composeGraph(schemas?: readonly DomainSchema[]): Composed {
  const { supergraphSdl } = composeSupergraph({ schemas });
  const contract = composeContract(supergraphSdl);
  return { supergraph: supergraphSdl, contract: contract === null ? '' : `${contractHeader}${contract}` };
}

/** What of it is not what stands in its file. */
export function drifted(composed: Composed, files: Composed = composedFiles): (keyof Composed)[] {
  return (['supergraph', 'contract'] as const).filter((part) => textOf(files[part]) !== composed[part]);
}

/**
 * Writes what has drifted.
 *
 * @returns the paths written.
 */
export function writeComposed(composed: Composed, files: Composed = composedFiles): string[] {
  return drifted(composed, files).map((part) => {
    if (composed[part] === '') rmSync(files[part]);
    else writeFileSync(files[part], composed[part]);
    return files[part];
  });
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

if (import.meta.main) {
  try {
    const written = writeComposed(composeGraph());
    for (const file of written) console.log(`Wrote ${file}.`);
    if (written.length === 0)
      console.log('The supergraph and the partner contract are what the schemas compose into.');
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
