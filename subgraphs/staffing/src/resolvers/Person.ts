import { loadAgentOfPerson } from '../loaders.ts';
import type { PersonResolvers } from '../types.generated.ts';

export const Person: PersonResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  agent: ({ id }, _args, ctx) => loadAgentOfPerson(ctx, id),
};
