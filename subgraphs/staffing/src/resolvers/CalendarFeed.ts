import { loadCalendarFeedById } from '../loaders.ts';
import type { CalendarFeedResolvers } from '../types.generated.ts';

export const CalendarFeed: CalendarFeedResolvers = {
  __resolveReference: ({ id }, ctx) => loadCalendarFeedById(ctx, id),
};
