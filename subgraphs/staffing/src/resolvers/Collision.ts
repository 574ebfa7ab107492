import { loadShift } from '../loaders.ts';
import type { CollisionResolvers } from '../types.generated.ts';

export const Collision: CollisionResolvers = {
  otherShift: ({ otherShiftId }, _args, ctx) => (otherShiftId ? loadShift(ctx, otherShiftId) : null),
};
