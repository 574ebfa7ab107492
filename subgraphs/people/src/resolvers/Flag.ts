import { changesOfFlaggedPerson } from '../services/changesOfFlaggedPerson.ts';
import type { FlagResolvers } from '../types.generated.ts';

export const Flag: FlagResolvers = {
  __resolveReference: (flag) => flag,
  personChanges: (flag, _args, ctx) => changesOfFlaggedPerson(ctx, flag),
};
