import { runDomain } from '@guildhall/kit/domain';
import { start } from './subgraph.ts';

await runDomain('workshops', start);
