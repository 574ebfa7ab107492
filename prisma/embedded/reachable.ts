import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { SystemUser } from './systemUser.ts';

// Root's folders are often closed to other users, /root above all, and PostgreSQL cannot run as root: what it
// needs of such a folder is put here.
const refuge = '/var/lib/guildhall';

/** The programs where a user can run them: copied once if they lie where the user may not go. */
export function reachableBinaries(binaries: Binaries, user: SystemUser): Binaries {
  const folder = dirname(dirname(binaries.postgres));
  if (isReachable(binaries.postgres, user)) return binaries;
  const copy = placeFor(`${folder} ${statSync(folder).ctimeMs}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, copy);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) throw error; // Otherwise another process was first.
    }
  }
  return { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
}

/**
 * The place for a data directory where a user can reach it: itself, or else a folder elsewhere that it becomes
 * a link to. Whoever removes the link begins with an empty cluster, as if it were the folder.
 */
export function reachableDataDirectory(dataDirectory: string, user: SystemUser): string {
  if (isReachable(dataDirectory, user)) return dataDirectory;
  const place = placeFor(dataDirectory);
  if (!lstatSync(dataDirectory, { throwIfNoEntry: false })?.isSymbolicLink()) {
    rmSync(place, { recursive: true, force: true });
    mkdirSync(dirname(dataDirectory), { recursive: true });
    symlinkSync(place, dataDirectory);
  }
  return place;
}

/** Whether a user may go through every folder above a path that exists. */
function isReachable(path: string, user: SystemUser): boolean {
  const folder = dirname(path);
  if (folder === path) return true;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found) {
    const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001;
    if ((found.mode & bit) === 0) return false;
  }
  return isReachable(folder, user);
}

function placeFor(path: string): string {
  mkdirSync(refuge, { recursive: true, mode: 0o755 });
  return join(refuge, createHash('sha256').update(path).digest('hex').slice(0, 16));
}
