import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import './testing/globalSetup.ts';
import { adminRole, serviceRole } from './roles.ts';

/** A database of a test file's own. */
export interface TestDatabase {
  /** Its address as the owner, who is no superuser. */
  ownerUrl: string;
  /** Its address as the service of a domain. */
  serviceUrl(domain: string): string;
  /** Its address as the support tooling. */
  adminUrl: string;
  /** Drops it; whoever connected must have disconnected. */
  drop(): Promise<void>;
}

/**
 * Makes a fresh database, migrated unless `migrated` is false, for a test file of a vitest project whose
 * `globalSetup` is `@guildhall/prisma/testing/globalSetup`.
 */
export async function createTestDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const { ownerUrl, template, passwords } = inject('guildhallPostgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(ownerUrl, `create database ${name} template ${migrated ? template : 'template1'}`);

  const address = (user?: string) => {
    const url = new URL(ownerUrl);
    url.pathname = `/${name}`;
    if (user !== undefined) {
      url.username = user;
      url.password = passwords[user] ?? '';
    }
    return url.href;
  };
  return {
    ownerUrl: address(),
    serviceUrl: (domain) => address(serviceRole(domain)),
    adminUrl: address(adminRole),
    drop: () => asOwner(ownerUrl, `drop database ${name}`),
  };
}

async function asOwner(ownerUrl: string, sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(sql);
  } finally {
    await owner.end();
  }
}
