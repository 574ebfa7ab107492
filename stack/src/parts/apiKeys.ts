import { createDatabase, runAs } from '@guildhall/kit/database';
import { readPersonas } from '@guildhall/gateway/personas';
import { system } from '@guildhall/kit/viewer';
import { PrismaClient } from '@guildhall/prisma/people';
import { accounts } from '@guildhall/seeds/accounts';
import { createApiKey } from '@guildhall/seeds/apiKey';
import type { ApiKey, Keys } from '../keys.ts';
import { writeKeys } from '../keys.ts';

/** The machine keys of a local stack. */
export interface ApiKeys {
  /** Reads what access tokens may say. */
  readonly identity: ApiKey;
  /** Reads and writes everything, for the person who runs the stack. */
  readonly admin: ApiKey;
}

const uses = {
  identity: { label: 'Local identity provider', role: 'identity' },
  admin: { label: 'Local admin', role: 'company' },
} as const;

/**
 * The keys that were made at the first start, made anew where the database does not have them: it may be another
 * database than last time.
 *
 * @param serviceUrl the address of the service of `people`.
 */
export async function ensureApiKeys(directory: string, keys: Keys, serviceUrl: string): Promise<ApiKeys> {
  const usable = await usableKeys(
    serviceUrl,
    Object.values(keys.apiKeys).map(({ id }) => id),
  );
  const { personId, organisationId } = accounts.company;
  const ensured = async (use: keyof typeof uses) => {
    const kept = keys.apiKeys[use];
    if (kept && usable.has(kept.id)) return kept;
    const { label, role } = uses[use];
    const scopes = readPersonas().get(role)!.scopes;
    const made = await createApiKey({ serviceUrl, label, personId, organisationId, role, scopes });
    keys.apiKeys[use] = made;
    return made;
  };
  const ensuredKeys = { identity: await ensured('identity'), admin: await ensured('admin') };
  writeKeys(directory, keys);
  return ensuredKeys;
}

async function usableKeys(serviceUrl: string, ids: string[]): Promise<Set<string>> {
  const { pool, close } = createDatabase({
    url: serviceUrl,
    createClient: (adapter) => new PrismaClient({ adapter }),
    maxConnections: 1,
  });
  // Without Prisma, whose engine takes longer to come up than the question.
  const text = 'select id from people.api_key where id = any($1) and revoked_at is null';
  try {
    const found = await runAs({ viewer: system, requestId: 'stack' }, () =>
      pool.read({ text, values: [ids] }),
    );
    return new Set((found as { id: string }[]).map(({ id }) => id));
  } finally {
    await close();
  }
}
