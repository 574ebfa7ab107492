import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/**
 * The vitest configuration of a package: a list for people, and a report that `npm test` sums up.
 *
 * @param include where its tests stand, relative to the package.
 * @param globalSetup what runs once before them, `testPostgres` for tests that need a database.
 */
export function testConfig(include: string[], globalSetup: string[] = []) {
  return defineConfig({
    // Vite prefers graphql's ESM build, Node and Apollo's CommonJS packages take the other: one copy for all,
    // as when the services run.
    resolve: {
      alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
    },
    test: {
      include,
      // How long to wait before something is said to hang. Generous, for machines that are busy with other things: what
      // ends is not waited for, and how long things take is measured in bench/.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 30_000, interval: 50 } },
      // Files share no state, and loading Apollo and Prisma anew for each would take most of the time.
      isolate: false,
      globalSetup,
      reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
    },
  });
}

/** One PostgreSQL for a run, with a migrated template to copy databases from. */
export const testPostgres = '@guildhall/prisma/testing/globalSetup';
