import { runWorker } from '@guildhall/kit/worker';
import { startWorker } from './worker.ts';

await runWorker('workshops', startWorker);
