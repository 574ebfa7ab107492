import type { Context } from '../context.ts';
import { changeFlag } from './changeFlag.ts';

/** Takes an answered flag into work again. What was changed before counts when it is answered again. */
export async function reopenFlag(ctx: Context, id: string) {
  const changed = await changeFlag(ctx, id, ['answered'], {
    status: 'in_work',
    handlerPersonId: ctx.viewer.personId,
    answer: null,
    answeredAt: null,
    changes: [],
  });
  return 'flag' in changed ? { __typename: 'ReopenFlagPayload' as const, ...changed } : changed;
}
