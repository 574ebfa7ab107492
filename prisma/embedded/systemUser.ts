import { readFileSync } from 'node:fs';

/** A user of this machine, as child processes are started under it. */
export interface SystemUser {
  uid: number;
  gid: number;
}

/**
 * The user PostgreSQL runs under: null means the present one. PostgreSQL refuses to run as root, so root hands
 * it to `postgres` where that user exists, to `nobody` otherwise; no user is created.
 *
 * @throws Error when root finds neither.
 */
export function systemUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor a user nobody: start as another user.',
  );
}
