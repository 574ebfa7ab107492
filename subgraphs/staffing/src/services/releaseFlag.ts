import type { Context } from '../context.ts';
import { changeFlag } from './changeFlag.ts';

/** Puts a flag that is in work back into the queue. */
export async function releaseFlag(ctx: Context, id: string) {
  const changed = await changeFlag(ctx, id, ['in_work'], {
    status: 'open',
    handlerPersonId: null,
    takenAt: null,
  });
  return 'flag' in changed ? { __typename: 'ReleaseFlagPayload' as const, ...changed } : changed;
}
