import type { Context } from '../context.ts';
import { changeFlag } from './changeFlag.ts';

/** Takes an open flag into work. */
export async function takeFlag(ctx: Context, id: string) {
  const changed = await changeFlag(ctx, id, ['open'], {
    status: 'in_work',
    handlerPersonId: ctx.viewer.personId,
    takenAt: new Date(),
  });
  return 'flag' in changed ? { __typename: 'TakeFlagPayload' as const, ...changed } : changed;
}
