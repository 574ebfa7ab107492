import { defineDomain } from '@guildhall/kit/domain';
import { PrismaClient } from '@guildhall/prisma/workshops';
import { comingSeats } from './comingSeats.ts';
import { resolvers } from './resolvers/resolvers.generated.ts';

/** Starts the subgraph of the domain `workshops`. */
export const start = defineDomain({
  name: 'workshops',
  schemaFile: new URL('../schema.graphql', import.meta.url),
  resolvers,
  figures: [comingSeats],
  createClient: (adapter) => new PrismaClient({ adapter }),
});
