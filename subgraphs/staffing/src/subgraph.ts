import { defineDomain } from '@guildhall/kit/domain';
import { PrismaClient } from '@guildhall/prisma/staffing';
import { comingShifts } from './comingShifts.ts';
import { resolvers } from './resolvers/resolvers.generated.ts';

/** Starts the subgraph of the domain `staffing`. */
export const start = defineDomain({
  name: 'staffing',
  schemaFile: new URL('../schema.graphql', import.meta.url),
  resolvers,
  createClient: (adapter) => new PrismaClient({ adapter }),
  figures: [comingShifts],
});
