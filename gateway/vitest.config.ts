import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite prefers graphql's ESM build, Node and Apollo's CommonJS packages take the other: one copy for all,
  // as when the gateway runs.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    include: ['src/**/*.test.ts'],
    // Some tests start a process of their own, which takes seconds on a busy machine.
    testTimeout: 30_000,
    // The files share no state, and loading Apollo's gateway anew for each would take most of the time.
    isolate: false,
    reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
  },
});
