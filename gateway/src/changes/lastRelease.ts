import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parsePersonas, readPersonas } from '../personas.ts';
import type { Graph } from './graphChanges.ts';

/** A graph of an earlier time, by the name that people know it by. */
export interface EarlierGraph extends Graph {
  name: string;
}

/** The graph to compare with cannot be read; the message is for people. */
export class EarlierGraphMissing extends Error {}

/**
 * The newest tag `v…` that the present commit descends from.
 *
 * @param repository a folder inside the repository.
 * @returns null when nothing was released, or when there is no history to look in.
 */
export function lastReleaseTag(repository: string): string | null {
  return git(repository, ['describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*']);
}

/**
 * Reads an earlier graph: the supergraph and the personas that stood beside it.
 *
 * @param against a file with a supergraph, compared under the present personas; or a tag, branch or commit of git.
 * @throws EarlierGraphMissing when it is neither.
 */
export function readEarlierGraph(repository: string, against: string): EarlierGraph {
  if (existsSync(against)) {
    return { name: against, supergraphSdl: readFileSync(against, 'utf8'), personas: readPersonas() };
  }
  const supergraphSdl = git(repository, ['show', `${against}:gateway/supergraph.graphql`]);
  if (supergraphSdl === null) {
    throw new EarlierGraphMissing(
      `There is no graph to compare with at ${against}: name a file with a supergraph, or a tag, branch or commit that has gateway/supergraph.graphql.`,
    );
  }
  const personas = git(repository, ['show', `${against}:gateway/personas.json`]);
  return {
    name: against,
    supergraphSdl,
    personas: personas === null ? readPersonas() : parsePersonas(personas),
  };
}

/**
 * What git says in a repository.
 *
 * @returns what it prints; null when it fails, as without a history, or is not there.
 */
export function git(repository: string, args: readonly string[]): string | null {
  try {
    return execFileSync('git', args, {
      cwd: repository,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    }).trimEnd();
  } catch {
    return null;
  }
}
