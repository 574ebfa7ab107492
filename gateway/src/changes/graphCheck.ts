/**
 * Checks the graph: `npm run graph:check`, see docs/running.md.
 *
 *   --against <file|git ref>    compares with this supergraph, in place of the one of the last release (tag v…)
 *   --format <text|markdown>    for a terminal, or for a pull request
 *
 * Exits 1 when a committed file has drifted, or a deprecation names no day. Breaking changes are told, never refused:
 * whether one may happen is for people to decide.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sharedTypeDefs } from '@guildhall/kit/sharedTypeDefs';
import {
  type Composed,
  type DomainSchema,
  composeGraph,
  composedFiles,
  drifted,
  readDomainSchemas,
} from '../compose.ts';
import { type Personas, readPersonas } from '../personas.ts';
import { type TrustedDocuments, readTrustedDocuments, trustedDocumentsFolder } from '../trustedDocuments.ts';
import { misreasonedDeprecations } from './deprecation.ts';
import { compareGraphs, overdueDeprecations } from './graphChanges.ts';
import { lastReleaseTag, readEarlierGraph } from './lastRelease.ts';
import { type ReportFormat, writeReport } from './report.ts';

/** What a check looks at; each stands for what is committed when left out. */
export interface CheckedGraph {
  schemas?: readonly DomainSchema[];
  files?: Composed;
  personas?: Personas;
  trusted?: TrustedDocuments;
  /** A folder inside the git repository that has the releases. */
  repository?: string;
  /** As `YYYY-MM-DD`, in UTC. */
  today?: string;
}

const formats: readonly string[] = ['text', 'markdown'] satisfies ReportFormat[];

/**
 * The command line above.
 *
 * @returns what to print, and the exit code.
 * @throws CompositionFailed, ContractRefused or EarlierGraphMissing, with a message for people.
 */
export async function checkGraph(
  args: readonly string[],
  {
    schemas = readDomainSchemas(),
    files = composedFiles,
    personas = readPersonas(),
    trusted = readTrustedDocuments(trustedDocumentsFolder),
    repository = fileURLToPath(new URL('../../..', import.meta.url)),
    today = new Date().toISOString().slice(0, 10),
  }: CheckedGraph = {},
): Promise<{ text: string; exitCode: number }> {
  const { values } = parseArgs({
    args: [...args],
    options: { against: { type: 'string' }, format: { type: 'string', default: 'text' } },
  });
  if (!formats.includes(values.format)) throw new Error(`--format is one of ${formats.join(', ')}.`);

  const composed = composeGraph(schemas);
  const ofKit = sharedTypeDefs(schemas.map(({ typeDefs }) => typeDefs).join('\n'));
  const faults = [
    ...drifted(composed, files).map(
      (part) =>
        `${committedName[part]} is not what the schemas compose into: run \`npm run graph:compose\` and commit what it writes.`,
    ),
    ...[...schemas, { name: 'kit', typeDefs: ofKit }].flatMap(({ name, typeDefs }) =>
      misreasonedDeprecations(typeDefs).map((complaint) => `${name}: ${complaint}`),
    ),
  ];
  const against = values.against ?? lastReleaseTag(repository);
  const earlier = against === null ? null : readEarlierGraph(repository, against);
  const now = { supergraphSdl: composed.supergraph, personas };
  const changes = earlier && (await compareGraphs(earlier, now, { trusted, today }));
  const overdue = overdueDeprecations(composed.supergraph, { trusted, today });
  const report = { faults, since: earlier?.name ?? null, changes, overdue };
  return {
    text: writeReport(report, values.format as ReportFormat),
    exitCode: faults.length > 0 ? 1 : 0,
  };
}

const committedName: Composed = {
  supergraph: 'gateway/supergraph.graphql',
  contract: 'sdk/partner.graphql',
};

if (import.meta.main) {
  try {
    const { text, exitCode } = await checkGraph(process.argv.slice(2));
    console.log(text);
    process.exitCode = exitCode;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
