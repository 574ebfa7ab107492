import { flagChangesSchema, toFlagStatus, toFlagSubject } from '../flag.ts';
import { loadAgent, loadFacility, loadFlag, loadShift } from '../loaders.ts';
import type { FlagResolvers } from '../types.generated.ts';

export const Flag: FlagResolvers = {
  __resolveReference: ({ id }, ctx) => loadFlag(ctx, id),
  status: ({ status }) => toFlagStatus(status),
  subjectKind: ({ subjectKind }) => toFlagSubject(subjectKind),
  shift: ({ subjectKind, subjectId }, _args, ctx) =>
    subjectKind === 'shift' ? loadShift(ctx, subjectId) : null,
  facility: ({ subjectKind, subjectId }, _args, ctx) =>
    subjectKind === 'facility' ? loadFacility(ctx, subjectId) : null,
  agent: ({ subjectKind, subjectId }, _args, ctx) =>
    subjectKind === 'agent' ? loadAgent(ctx, subjectId) : null,
  person: ({ subjectKind, subjectId }) => (subjectKind === 'person' ? { id: subjectId } : null),
  raisedBy: ({ raisedByPersonId }) => ({ id: raisedByPersonId }),
  raisedByOrganisation: ({ raisedByOrganisationId }) => ({ id: raisedByOrganisationId }),
  handler: ({ handlerPersonId }) => (handlerPersonId === null ? null : { id: handlerPersonId }),
  changes: ({ changes }) => flagChangesSchema.parse(changes),
};
