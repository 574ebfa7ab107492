import { defineWorker } from '@guildhall/kit/worker';
import { PrismaClient } from '@guildhall/prisma/workshops';
import { endOffer } from './jobs/endOffer.ts';

/** Starts the worker of the domain `workshops`, which does its jobs. */
export const startWorker = defineWorker({
  name: 'workshops',
  createClient: (adapter) => new PrismaClient({ adapter }),
  handlers: { endOffer },
});
