import { createHash, randomBytes } from 'node:crypto';
import { createDatabase, runAs } from '@guildhall/kit/database';
import { system } from '@guildhall/kit/viewer';
import { PrismaClient } from '@guildhall/prisma/people';

export interface ApiKeyOptions {
  /** The address of the service of `people`. */
  serviceUrl: string;
  /** What the key is for. */
  label: string;
  /** In whose name it acts. */
  personId: string;
  organisationId: string;
  role: string;
  scopes: readonly string[];
}

/**
 * Makes a random API key. Only the hash of its secret is stored: the secret cannot be had again.
 *
 * @returns The user name (id) and the password (secret, 256 random bits) of HTTP Basic.
 */
export async function createApiKey({
  serviceUrl,
  scopes,
  ...rest
}: ApiKeyOptions): Promise<{ id: string; secret: string }> {
  const id = `key_${randomBytes(9).toString('hex')}`;
  const secret = randomBytes(32).toString('base64url');
  const secretHash = createHash('sha256').update(secret).digest('hex');
  const database = createDatabase({
    url: serviceUrl,
    createClient: (adapter) => new PrismaClient({ adapter }),
    maxConnections: 1,
  });
  try {
    await runAs({ viewer: system, requestId: 'create-api-key' }, async () =>
      database.client.apiKey.create({ data: { id, secretHash, scopes: [...scopes], ...rest } }),
    );
  } finally {
    await database.close();
  }
  return { id, secret };
}
