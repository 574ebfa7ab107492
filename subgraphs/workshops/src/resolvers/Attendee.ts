import { loadAttendee } from '../loaders.ts';
import type { AttendeeResolvers } from '../types.generated.ts';

export const Attendee: AttendeeResolvers = {
  __resolveReference: ({ id }, ctx) => loadAttendee(ctx, id),
  person: ({ personId }) => ({ id: personId }),
};
