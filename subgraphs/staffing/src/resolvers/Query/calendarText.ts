import { calendarText as service } from '../../services/calendarText.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const calendarText: NonNullable<QueryResolvers['calendarText']> = (_parent, _args, ctx) =>
  service(ctx);
