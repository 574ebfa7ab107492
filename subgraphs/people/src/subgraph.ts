import { defineDomain } from '@guildhall/kit/domain';
import { PrismaClient } from '@guildhall/prisma/people';
import { resolvers } from './resolvers/resolvers.generated.ts';

/** Starts the subgraph of the domain `people`. */
export const start = defineDomain({
  name: 'people',
  schemaFile: new URL('../schema.graphql', import.meta.url),
  resolvers,
  createClient: (adapter) => new PrismaClient({ adapter }),
});
