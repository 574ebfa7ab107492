import { adminRole, serviceRole } from '../roles.ts';

/**
 * Reads the passwords of the login roles out of the services' addresses: `<DOMAIN>_DATABASE_URL`, and
 * `ADMIN_DATABASE_URL` for the support tooling. An address that is not set leaves its password as it is.
 *
 * @param environment Usually `process.env`.
 * @returns Passwords by role name.
 * @throws Error in one sentence when an address is no address, names another role, or has no password.
 */
export function servicePasswords(
  environment: Readonly<Record<string, string | undefined>>,
  domains: readonly string[],
): Record<string, string> {
  const passwords: Record<string, string> = {};
  const logins = [
    ...domains.map((domain) => [domain, serviceRole(domain)] as const),
    ['admin', adminRole] as const,
  ];
  for (const [prefix, role] of logins) {
    const name = `${prefix.toUpperCase()}_DATABASE_URL`;
    const value = environment[name];
    if (!value) continue;
    const url = URL.parse(value);
    if (url?.username !== role || !url.password)
      throw new Error(
        `${name} must be an address with the user ${role} and a password, postgresql://${role}:password@host:5432/database.`,
      );
    passwords[role] = decodeURIComponent(url.password);
  }
  return passwords;
}
