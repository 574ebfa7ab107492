import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** Owns every schema, table and function; nobody logs in as it. */
export const migratorRole = 'guildhall_migrator';

/** The login of the support tooling: sees and changes everything. */
export const adminRole = 'guildhall_admin';

/**
 * The login of a domain's service: rights on its own schema only, rows by policy.
 *
 * @param domain The domain's name, for example `people`.
 */
export function serviceRole(domain: string): string {
  return `guildhall_${domain}`;
}

/** The PostgreSQL schema of a domain's queue of jobs, for example `workshops_jobs`. */
export function queueSchema(domain: string): string {
  return `${domain}_jobs`;
}

/**
 * Makes the roles that are missing and sets the passwords that are given. Can run again, and at the same time
 * in several databases of one cluster, which share their roles. Sends passwords as SCRAM verifiers only: they
 * reach no log.
 *
 * @param client Connected as an owner: a superuser or a role with CREATEROLE.
 * @param domains The domains whose service roles to make.
 * @param passwords Passwords by role name; a role without one keeps what it has (a new one cannot log in).
 * @throws Error in one sentence when the owner may not do so.
 */
export async function ensureRoles(
  client: pg.ClientBase,
  domains: readonly string[],
  passwords: Readonly<Record<string, string>>,
): Promise<void> {
  const logins = [adminRole, ...domains.map(serviceRole)];
  const roles = [migratorRole, ...logins];
  const { rows } = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any ($1)',
    [roles],
  );
  const existing = new Set(rows.map((row) => row.rolname));
  for (const role of roles.filter((name) => !existing.has(name))) {
    await change(
      client,
      `create role ${pg.escapeIdentifier(role)} ${role === migratorRole ? 'nologin' : 'login'}`,
    );
  }

  // Whoever creates a role may grant it, but is no member: PostgreSQL 16 and later want that said.
  const member = await client.query<{ is: boolean }>(
    `select pg_has_role($1, 'set') and pg_has_role($1, 'usage') as is`,
    [migratorRole],
  );
  if (!member.rows[0]?.is)
    await change(client, `grant ${migratorRole} to current_user with inherit true, set true`);

  for (const role of logins) {
    const password = passwords[role];
    if (password === undefined) continue;
    const verifier = pg.escapeLiteral(scramVerifier(password));
    await change(client, `alter role ${pg.escapeIdentifier(role)} login password ${verifier}`);
  }
}

const alreadyDone = new Set(['42710', '23505']); // duplicate_object, or two at the very same time

/** Roles belong to the cluster, locks to a database: runners in other databases can get in between. */
async function change(client: pg.ClientBase, sql: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(sql);
      return;
    } catch (error) {
      const { code, message } = error as pg.DatabaseError;
      if (code !== undefined && alreadyDone.has(code)) return;
      if (code === '42501')
        throw new Error(
          `The owner in DATABASE_URL may not manage the roles of Guildhall (${message}): give it CREATEROLE, and the ADMIN option on those roles of Guildhall that another role has made.`,
          { cause: error },
        );
      if (!message.includes('tuple concurrently') || attempt === 20) throw error;
      await setTimeout(Math.random() * 20 * attempt);
    }
  }
}

/** What PostgreSQL stores for a password (RFC 5803), worked out here as psql's \password does. */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64');
  const serverKey = hmac('Server Key').toString('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
