import { mergeConfig } from 'vitest/config';
import { testConfig } from '../vitest.base.ts';

export default mergeConfig(testConfig(['test/**/*.test.ts']), {
  // Each worker would import the provider and synthesize every stack for itself.
  test: { maxWorkers: 1 },
});
