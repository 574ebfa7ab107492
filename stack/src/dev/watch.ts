import { relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { composeSupergraph } from '@guildhall/gateway/compose';
import { domains } from '@guildhall/prisma/domains';
import { migrateUp } from '@guildhall/prisma/migrate';
import { watch as watchFiles } from 'chokidar';
import { runTurbo } from '../../turbo.mjs';
import { Problem } from '../problem.ts';
import { showError } from '../runCommand.ts';
import { repository } from '../settings.ts';
import { changeOf, type Change } from './changeOf.ts';
import type { GraphProcesses } from './graphProcesses.ts';

/** Editors save several files, and each in several steps. */
const settleMs = 60;

/**
 * Watches the sources and brings what runs up to date with what is saved. What does not work is said, and what
 * ran before goes on.
 *
 * @returns a function that stops watching.
 */
export async function watch(graph: GraphProcesses, databaseUrl: string): Promise<() => Promise<void>> {
  let waiting: Change[] = [];
  let working: Promise<void> | undefined;

  const work = async () => {
    while (waiting.length > 0) {
      await setTimeout(settleMs);
      const changes = waiting;
      waiting = [];
      const startedAt = performance.now();
      try {
        console.log(`\n↻ ${await apply(changes, graph, databaseUrl)} in ${seconds(startedAt)} s`);
      } catch (error) {
        console.error('\n✘ What was saved does not work, so what ran before goes on:');
        showError(error);
      }
    }
    working = undefined;
  };

  const watcher = watchFiles(['subgraphs', 'prisma', 'gateway'], {
    cwd: repository,
    ignoreInitial: true,
    ignored: (path) =>
      /(^|\/)(node_modules|generated|reports|\.turbo)(\/|$)/.test(relative(repository, path)),
  });
  watcher.on('all', (_event, path) => {
    const change = changeOf(path.replaceAll('\\', '/'));
    if (change === null) return;
    waiting.push(change);
    working ??= work();
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return async () => {
    waiting = [];
    await watcher.close();
    await working;
  };
}

/** Carries changes out, and says what was done. */
async function apply(
  changes: readonly Change[],
  graph: GraphProcesses,
  databaseUrl: string,
): Promise<string> {
  const isKind = (kind: Change['kind']) => changes.some((change) => change.kind === kind);
  const affected = domains.filter((name) =>
    changes.some((change) => 'domain' in change && (change.domain === null || change.domain === name)),
  );
  const done: string[] = [];
  let supergraphSdl: string | undefined;
  if (isKind('schema') || isKind('tables')) {
    // First, for it is quick, and what does not compose need not be generated.
    supergraphSdl = compose();
    // Types are made from the database client's.
    if (isKind('tables')) await generate(['prisma']);
    await generate(affected);
    done.push('Regenerated and recomposed');
  }
  if (isKind('migration')) {
    const applied = await migrateUp({ databaseUrl, servicePasswords: {} });
    done.push(`Applied ${applied.length} migrations`);
  }
  if (affected.length > 0) {
    await graph.replaceSubgraphs(affected, supergraphSdl);
    done.push(`Replaced ${affected.join(', ')}`);
  }
  if (isKind('gateway')) {
    await graph.replaceGateway();
    done.push('Replaced the gateway');
  }
  return done.join('; ');
}

/** Generates the code of some packages; all others are up to date. */
async function generate(packages: readonly string[]): Promise<void> {
  const filters = packages.map((name) => `--filter=@guildhall/${name}`);
  if ((await runTurbo(['run', 'generate', '--only', ...filters], { quiet: true })) !== 0) {
    throw new Problem('Generating code from the schemas failed: see above.');
  }
}

/** @throws Problem with every reason why the schemas do not compose. */
export function compose(): string {
  try {
    return composeSupergraph().supergraphSdl;
  } catch (error) {
    // CompositionFailed, or a syntax error that names its place.
    throw new Problem((error as Error).message, { cause: error });
  }
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);
