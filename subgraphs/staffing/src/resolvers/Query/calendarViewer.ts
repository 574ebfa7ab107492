import { loadAgentOfCalendar } from '../../loaders.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const calendarViewer: NonNullable<QueryResolvers['calendarViewer']> = async (
  _parent,
  { tokenHash },
  ctx,
) => {
  const agent = await loadAgentOfCalendar(ctx, tokenHash);
  return agent && { personId: agent.personId };
};
