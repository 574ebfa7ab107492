import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: '@guildhall/prisma/testing/globalSetup',
    include: ['test/**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/vitest.json' },
  },
});
