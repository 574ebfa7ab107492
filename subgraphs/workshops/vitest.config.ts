import { testConfig, testPostgres } from '../../vitest.base.ts';

export default testConfig(['test/**/*.test.ts'], [testPostgres]);
