import { testConfig, testPostgres } from '../vitest.base.ts';

export default testConfig(['**/*.test.ts'], [testPostgres]);
