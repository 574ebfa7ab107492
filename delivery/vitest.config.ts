import { testConfig } from '../vitest.base.ts';

export default testConfig(['src/**/*.test.ts', 'test/**/*.test.ts']);
