import { loadByKey } from '@guildhall/kit/loadByKey';
import type { Agent, Facility, Shift } from '@guildhall/prisma/staffing';
import type { Context } from './context.ts';

/** The facility of this id, or null when there is none that the viewer may see. */
export function loadFacility(ctx: Context, id: string) {
  return loadByKey<Facility>(ctx, 'facility', 'id', id, (ids) =>
    ctx.db.facility.findMany({ where: { id: { in: ids } } }),
  );
}

/** The agent of this id, or null when there is none that the viewer may see. */
export function loadAgent(ctx: Context, id: string) {
  return loadByKey<Agent>(ctx, 'agent', 'id', id, (ids) =>
    ctx.db.agent.findMany({ where: { id: { in: ids } } }),
  );
}

/** The agent who is this person, or null when there is none that the viewer may see. */
export function loadAgentOfPerson(ctx: Context, personId: string) {
  return loadByKey<Agent>(ctx, 'agent of person', 'personId', personId, (ids) =>
    ctx.db.agent.findMany({ where: { personId: { in: ids } } }),
  );
}

/** The shift of this id, or null when there is none that the viewer may see. */
export function loadShift(ctx: Context, id: string) {
  return loadByKey<Shift>(ctx, 'shift', 'id', id, (ids) =>
    ctx.db.shift.findMany({ where: { id: { in: ids } } }),
  );
}
