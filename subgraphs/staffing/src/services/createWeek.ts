import { refuse } from '@guildhall/kit/databaseError';
import {
  type InvalidInput,
  type NotFound,
  notFound,
  type NotPossibleNow,
  notPossibleNow,
} from '@guildhall/kit/refusals';
import type { Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import type { DraftShift, PlannedShift, RotaPlan } from '../rotaPlan.ts';
import type { AssignmentWarning } from '../types.generated.ts';
import { draftWeek, type WeekSource } from './draftWeek.ts';
import { findCollisions } from './findCollisions.ts';
import { shiftsOfAgents } from './shiftsOfAgents.ts';

export interface RotaCollides {
  readonly __typename: 'RotaCollides';
  readonly message: string;
  readonly plan: RotaPlan;
}

export type CreateWeekResult =
  | { shifts: Shift[]; skipped: PlannedShift[]; warnings: AssignmentWarning[] }
  | NotFound
  | InvalidInput
  | NotPossibleNow
  | RotaCollides;

/**
 * Creates the shifts of a week: all of them or, when one collides, none; or those that do not collide, if asked to.
 * The shifts are written as the caller. What is given to an agent elsewhere after the plan was made, the database
 * refuses; then the week is planned again.
 *
 * @param plans How often it may be planned.
 */
export async function createWeek(
  ctx: Context,
  source: WeekSource & { skipColliding?: boolean },
  plans = 3,
): Promise<CreateWeekResult> {
  const draft = await draftWeek(ctx, source);
  if ('__typename' in draft) return draft;
  const ofAgents = await shiftsOfAgents(ctx, draft);
  const { facility } = draft;

  const noFacility = () => notFound('facility', facility.id);
  const again = () =>
    plans > 1
      ? createWeek(ctx, source, plans - 1)
      : notPossibleNow('The shifts of these agents keep changing at this moment. Try again in a minute.');
  return refuse(
    () =>
      ctx.db.$transaction(async (tx): Promise<CreateWeekResult> => {
        // Weeks of one facility are made one after the other, or the same one twice at once would not be noticed.
        const [locked] = await tx.$queryRaw<{ now: Date }[]>`
          select now() as now from staffing.facility where id = ${facility.id}::uuid for no key update`;
        if (!locked) return noFacility();
        const plan = await findCollisions(tx, draft, ofAgents, locked.now);
        if (plan.collisionCount > 0 && !source.skipColliding) return rotaCollides(plan);
        const collides = ({ collisions }: PlannedShift) => collisions.length > 0;
        const shifts = await tx.shift.createManyAndReturn({
          data: plan.shifts.filter((shift) => !collides(shift)).map((shift) => toRow(facility.id, shift)),
        });
        const warnings = plan.shifts.flatMap((shift) => shift.warnings);
        return { shifts, skipped: plan.shifts.filter(collides), warnings };
      }),
    { shift_agent_no_overlap: again, shift_agent_id_fkey: again, 42501: noFacility },
  );
}

function toRow(facilityId: string, shift: DraftShift) {
  const { agentId, kind, qualification, breakMinutes, note, startsAt, endsAt } = shift;
  const status = agentId ? 'assigned' : 'open';
  return { facilityId, agentId, kind, qualification, breakMinutes, note, startsAt, endsAt, status };
}

function rotaCollides(plan: RotaPlan): RotaCollides {
  const { collisionCount, shifts } = plan;
  return {
    __typename: 'RotaCollides',
    message: `Of the ${shifts.length} shifts of this week ${collisionCount === 1 ? '1 collides' : `${collisionCount} collide`}, so none was created. Change what the plan names, or leave out what collides.`,
    plan,
  };
}
