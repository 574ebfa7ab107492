import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { domains, prismaDirectory } from './domains.ts';
import { diffDatamodels } from './migrate/schemaEngine.ts';
import { createTestDatabase } from './testing.ts';
import { readCatalogue } from './testing/catalogue.ts';
import { connect } from './testing/connect.ts';
import { emptyDatabase } from './testing/emptyDatabase.ts';

// What only migrations can express comes on top of what Prisma knows; owners, grants and
// partial indexes are theirs too.
const prismaKnows =
  /^(column|constraint \S+ (PRIMARY KEY|FOREIGN KEY|UNIQUE|NOT NULL)|CREATE (UNIQUE )?INDEX)/;

test.each(domains)(
  'the migrations of %s make exactly the tables that its schema.prisma describes',
  async (domain) => {
    const script = await diffDatamodels(
      null,
      readFileSync(join(prismaDirectory, domain, 'schema.prisma'), 'utf8'),
    );
    const described = await emptyDatabase();
    const fresh = await connect(described.ownerUrl);
    await fresh.query(`create schema ${domain}; set search_path = ${domain}; ${script}; reset search_path`);

    const migrated = await createTestDatabase();
    onTestFinished(() => migrated.drop());
    const owner = await connect(migrated.ownerUrl);
    const relevant = (lines: string[]) =>
      lines.filter((line) => prismaKnows.test(line) && !/\bhistory(_|\.| )|USING gist| WHERE \(/.test(line));
    const expected = relevant(await readCatalogue(fresh, [domain]));
    expect(expected).not.toEqual([]);
    expect(relevant(await readCatalogue(owner, [domain]))).toEqual(expected);
  },
);
