import { createDatabase, runAs } from '@guildhall/kit/database';
import { generateViewerKeys, system } from '@guildhall/kit/viewer';
import { PrismaClient } from '@guildhall/prisma/people';
import { createApiKey } from '../apiKey.ts';
import { seedId } from '../seedId.ts';
import type { WantedApiKey } from './env.ts';
import type { SecretStore } from './secretStore.ts';

const day = 24 * 60 * 60_000;
/** In whose name machines act: history shows it beside what they did. */
const machines = { id: seedId('machines of the platform', 0), name: 'Machines of the platform' };

export interface MakeKeysOptions {
  store: SecretStore;
  apiKeys: readonly WantedApiKey[];
  /** The address of the service of `people`; nothing is asked of it when there are no API keys. */
  serviceUrl: string | undefined;
  /** API keys that are made anew although they hold; those before them hold for another day. */
  renew?: readonly string[];
}

/**
 * Makes the keys by which machines know each other, where there are none yet: the gateway's, which subgraphs believe,
 * and API keys. What is there stays, apart from what an API key may ask for. Nothing of it leaves but into the store.
 *
 * @returns what became of each, a sentence each.
 * @throws Error when a key that is to be made anew is not one of them.
 */
export async function makeKeys({
  store,
  apiKeys,
  serviceUrl,
  renew = [],
}: MakeKeysOptions): Promise<string[]> {
  const unknown = renew.filter((name) => !apiKeys.some((key) => key.name === name));
  if (unknown.length > 0)
    throw new Error(
      `There is no API key ${unknown.join(', ')} here: choose ${apiKeys.map(({ name }) => name).join(', ')}.`,
    );
  const told = [await makeViewerKeys(store)];
  if (apiKeys.length === 0) return told;
  if (!serviceUrl) throw new Error('PEOPLE_DATABASE_URL is not set: API keys stand in the database.');

  const { client, close } = createDatabase({
    url: serviceUrl,
    createClient: (adapter) => new PrismaClient({ adapter }),
    maxConnections: 1,
  });
  try {
    return await runAs({ viewer: system, requestId: 'machine-keys' }, async () => {
      const company = await client.organisation.findFirst({
        where: { kind: 'company' },
        orderBy: { createdAt: 'asc' },
      });
      for (const key of apiKeys) {
        if (company) told.push(await ensure(key, company.id));
        else
          told.push(
            `${key.name} waits for the company: add somebody of its support staff (node seeds/machines/run.ts staff).`,
          );
      }
      return told;
    });
  } finally {
    await close();
  }

  async function ensure({ name, role, scopes }: WantedApiKey, organisationId: string): Promise<string> {
    const holding = {
      label: name,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
    };
    const isThere = (await store.has(name)) && (await client.apiKey.findFirst({ where: holding })) !== null;
    if (isThere && !renew.includes(name)) {
      await client.apiKey.updateMany({
        where: { ...holding, NOT: { scopes: { equals: scopes } } },
        data: { scopes },
      });
      return `${name} is there.`;
    }
    await client.person.createMany({ data: [machines], skipDuplicates: true });
    const { id, secret } = await createApiKey({
      serviceUrl: serviceUrl!,
      label: name,
      personId: machines.id,
      organisationId,
      role,
      scopes,
    });
    try {
      await store.put(name, `${id}:${secret}`);
    } catch (error) {
      // Nobody has its secret.
      await client.apiKey.updateMany({ where: { id }, data: { revokedAt: new Date() } });
      throw error;
    }
    const inADay = new Date(Date.now() + day);
    // One that ends sooner is not given more time.
    const { count } = await client.apiKey.updateMany({
      where: {
        label: name,
        revokedAt: null,
        id: { not: id },
        OR: [{ expiresAt: null }, { expiresAt: { gt: inADay } }],
      },
      data: { expiresAt: inADay },
    });
    return count === 0
      ? `${name} has been made.`
      : `${name} has been made anew; the one before holds for a day.`;
  }
}

async function makeViewerKeys(store: SecretStore): Promise<string> {
  if (await store.has('VIEWER_PRIVATE_KEY')) return "The gateway's key is there.";
  const { privateJwk, publicJwks } = await generateViewerKeys();
  // The private half last: as long as it is missing, both are made again.
  await store.put('VIEWER_JWKS', JSON.stringify(publicJwks));
  await store.put('VIEWER_PRIVATE_KEY', JSON.stringify(privateJwk));
  return "The gateway's key has been made.";
}
