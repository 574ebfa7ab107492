import { defineConfig } from 'vitest/config';

// Every package's tests in one watching run, `npm run test:watch`; `npm test` runs each package by itself.
export default defineConfig({
  test: {
    projects: [
      'gateway',
      'subgraphs/*/vitest.config.ts',
      'prisma',
      'seeds',
      'stack',
      'sdk',
      'monitoring',
      'terraform',
      'delivery',
    ],
  },
});
