import { createRequire } from 'node:module';
import type * as GraphqlShield from 'graphql-shield';

// The ESM build imports util.isUndefined, which Node 23 took away; the CommonJS build works as long as
// `chain` and `race` are left alone, so only what works is handed on.
const shield = createRequire(import.meta.url)('graphql-shield') as typeof GraphqlShield;

export const { rule, and, or } = shield;
