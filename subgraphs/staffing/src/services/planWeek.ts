import { graphError } from '@guildhall/kit/errors';
import type { Context } from '../context.ts';
import type { RotaPlan } from '../rotaPlan.ts';
import { draftWeek, type WeekSource } from './draftWeek.ts';
import { findCollisions } from './findCollisions.ts';
import { shiftsOfAgents } from './shiftsOfAgents.ts';

/**
 * Plans a week and says what stands in the way; writes nothing.
 *
 * @returns null when there is no such template or facility that the viewer may see.
 * @throws GraphQLError BAD_USER_INPUT when a week is named by another day than its Monday.
 */
export async function planWeek(ctx: Context, source: WeekSource): Promise<RotaPlan | null> {
  const draft = await draftWeek(ctx, source);
  if (!('__typename' in draft)) {
    return findCollisions(ctx.db, draft, await shiftsOfAgents(ctx, draft), new Date());
  }
  if (draft.__typename === 'NotFound') return null;
  throw graphError('BAD_USER_INPUT', `${draft.field}: ${draft.message}`);
}
