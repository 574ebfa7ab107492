import { join } from 'node:path';
import { startEmbeddedPostgres } from '@guildhall/prisma/embedded';
import { domains } from '@guildhall/prisma/domains';
import { migrateUp, MigrationFailed, servicePasswords } from '@guildhall/prisma/migrate';
import { adminRole, serviceRole } from '@guildhall/prisma/roles';
import type { Keys } from '../keys.ts';
import { Problem } from '../problem.ts';
import type { Progress } from '../progress.ts';
import type { StackSettings } from '../settings.ts';

/** A database with every migration and, when it was empty, generated data. */
export interface RunningDatabase {
  readonly ownerUrl: string;
  /** By domain. */
  readonly serviceUrls: Readonly<Record<string, string>>;
  readonly adminUrl: string;
  /** Resolves when it has ended, also when nobody asked it to. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL, unless the settings name one, and brings it up to date: roles, migrations, data.
 *
 * @param meanwhile called once, when PostgreSQL comes up and this process would have to wait for it.
 * @throws Problem when it cannot be had or a migration fails.
 */
export async function startDatabase(
  settings: StackSettings,
  keys: Keys,
  progress: Progress,
  meanwhile: () => void,
): Promise<RunningDatabase> {
  const server = await progress.step('PostgreSQL', async () => {
    if (settings.databaseUrl === undefined) {
      return inOneSentence(() =>
        startEmbeddedPostgres({
          dataDirectory: join(settings.dataDirectory, 'postgres'),
          port: settings.postgresPort,
          durable: true,
          onSpawn: meanwhile,
        }),
      );
    }
    meanwhile();
    return { ownerUrl: settings.databaseUrl, stop: async () => {}, exited: new Promise<void>(() => {}) };
  });
  try {
    const { ownerUrl } = server;
    const addressOf = (role: string, given: string | undefined) => {
      if (given !== undefined) return given;
      const address = new URL(ownerUrl);
      address.username = role;
      address.password = keys.databasePasswords[role]!;
      return address.href;
    };
    const serviceUrls = Object.fromEntries(
      domains.map((domain) => [domain, addressOf(serviceRole(domain), settings.serviceUrls[domain])]),
    );
    const adminUrl = addressOf(adminRole, settings.adminDatabaseUrl);

    await progress.step('Migrations', (detail) =>
      inOneSentence(() => {
        const addresses = Object.entries({ ...serviceUrls, admin: adminUrl }).map(([name, address]) => [
          `${name.toUpperCase()}_DATABASE_URL`,
          address,
        ]);
        const passwords = servicePasswords(Object.fromEntries(addresses), domains);
        return migrateUp({ databaseUrl: ownerUrl, servicePasswords: passwords, onProgress: detail });
      }),
    );
    await progress.step('Data', async (detail) => {
      const { seedAll } = await import('@guildhall/seeds/seed');
      await seedAll({ serviceUrls, scale: settings.seedScale, now: new Date(), onProgress: detail });
    });
    return { ...server, serviceUrls, adminUrl };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Runs what says in one sentence why it cannot be done; the same sentence becomes the stack's. */
async function inOneSentence<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const { message, constructor } = error as Error;
    // Their own errors are sentences; what comes out of a library is not.
    if (constructor === Error || error instanceof MigrationFailed || constructor.name === 'PortTaken') {
      throw new Problem(message, { cause: error });
    }
    throw error;
  }
}
