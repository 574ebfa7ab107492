import { loadAgentOfPerson } from '../loaders.ts';
import { connectionSelection } from '@guildhall/kit/selection';
import { listFlags } from '../services/listFlags.ts';
import type { PersonResolvers } from '../types.generated.ts';

export const Person: PersonResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  agent: ({ id }, _args, ctx) => loadAgentOfPerson(ctx, id),
  flags: ({ id }, args, ctx, info) => listFlags(ctx, args, connectionSelection(info), { kind: 'PERSON', id }),
};
