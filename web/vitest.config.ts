import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { testConfig } from '../vitest.base.ts';

const base = testConfig([]);

// Two kinds: what is tested by itself, and journeys of a browser through the whole product, which is started once.
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    projects: [
      {
        extends: true,
        resolve: {
          // It throws outside of a server's bundle.
          alias: { 'server-only': fileURLToPath(new URL('test/serverOnly.ts', import.meta.url)) },
        },
        test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/journeys/setup.ts'],
          // One browser, one product.
          fileParallelism: false,
        },
      },
    ],
  },
});
