import { loadByKey } from '@guildhall/kit/loadByKey';
import type {
  Agent,
  AgentPrivate,
  AgentQualification,
  CalendarFeed,
  Facility,
  FacilityPreference,
  RotaSlot,
  RotaTemplate,
  Shift,
} from '@guildhall/prisma/staffing';
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

/** What only the agent and the company see of an agent, or null. */
export function loadAgentPrivate(ctx: Context, agentId: string) {
  return loadByKey<AgentPrivate>(ctx, 'agent private', 'agentId', agentId, (ids) =>
    ctx.db.agentPrivate.findMany({ where: { agentId: { in: ids } } }),
  );
}

/** The qualifications that the agent states, in any order. */
export async function loadQualificationsOfAgent(
  ctx: Context,
  agentId: string,
): Promise<AgentQualification[]> {
  const load = ctx.loader<string, AgentQualification[]>('qualifications of agent', async (ids) =>
    Map.groupBy(
      await ctx.db.agentQualification.findMany({ where: { agentId: { in: [...ids] } } }),
      (row) => row.agentId,
    ),
  );
  return (await load.load(agentId)) ?? [];
}

/** What the agent says of facilities, as far as the viewer may see it, the oldest first. */
export async function loadPreferencesOfAgent(ctx: Context, agentId: string): Promise<FacilityPreference[]> {
  const load = ctx.loader<string, FacilityPreference[]>('preferences of agent', async (ids) =>
    Map.groupBy(
      await ctx.db.facilityPreference.findMany({
        where: { agentId: { in: [...ids] } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
      (row) => row.agentId,
    ),
  );
  return (await load.load(agentId)) ?? [];
}

/** What the viewer, an agent, says of the facility, or null. */
export function loadOwnPreference(ctx: Context, facilityId: string) {
  return loadByKey<FacilityPreference>(ctx, 'own preference', 'facilityId', facilityId, (ids) =>
    ctx.db.facilityPreference.findMany({ where: { facilityId: { in: ids } } }),
  );
}

/** The stated qualification of this id, or null when there is none that the viewer may see. */
export function loadAgentQualification(ctx: Context, id: string) {
  return loadByKey<AgentQualification>(ctx, 'agent qualification', 'id', id, (ids) =>
    ctx.db.agentQualification.findMany({ where: { id: { in: ids } } }),
  );
}

/** The preference of this id, or null when there is none that the viewer may see. */
export function loadFacilityPreference(ctx: Context, id: string) {
  return loadByKey<FacilityPreference>(ctx, 'facility preference', 'id', id, (ids) =>
    ctx.db.facilityPreference.findMany({ where: { id: { in: ids } } }),
  );
}

/** The record of the agent's calendar address, or null when there is none that the viewer may see. */
export function loadCalendarFeed(ctx: Context, agentId: string) {
  return loadByKey<CalendarFeed>(ctx, 'calendar feed of agent', 'agentId', agentId, (ids) =>
    ctx.db.calendarFeed.findMany({ where: { agentId: { in: ids } } }),
  );
}

/** The calendar address of this id, or null when there is none that the viewer may see. */
export function loadCalendarFeedById(ctx: Context, id: string) {
  return loadByKey<CalendarFeed>(ctx, 'calendar feed', 'id', id, (ids) =>
    ctx.db.calendarFeed.findMany({ where: { id: { in: ids } } }),
  );
}

/** The agent whose calendar address has a secret with this hash, or null. */
export async function loadAgentOfCalendar(ctx: Context, tokenHash: string): Promise<Agent | null> {
  return ctx.db.agent.findFirst({ where: { calendarFeed: { tokenHash } } });
}

/** The rota template of this id, or null when there is none that the viewer may see. */
export function loadRotaTemplate(ctx: Context, id: string) {
  return loadByKey<RotaTemplate>(ctx, 'rota template', 'id', id, (ids) =>
    ctx.db.rotaTemplate.findMany({ where: { id: { in: ids } } }),
  );
}

/** The rota templates of a facility that the viewer may see, by name. */
export async function loadRotaTemplatesOf(ctx: Context, facilityId: string): Promise<RotaTemplate[]> {
  const loader = ctx.loader<string, RotaTemplate[]>('rota templates of facility', async (facilityIds) => {
    const templates = await ctx.db.rotaTemplate.findMany({
      where: { facilityId: { in: [...facilityIds] } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    return Map.groupBy(templates, (template) => template.facilityId);
  });
  return (await loader.load(facilityId)) ?? [];
}

/** The slots of a rota template, by weekday and start. */
export async function loadRotaSlots(ctx: Context, templateId: string): Promise<RotaSlot[]> {
  return (await rotaSlots(ctx).load(templateId)) ?? [];
}

/** Has the slots of a rota template read anew, since they changed. */
export function forgetRotaSlots(ctx: Context, templateId: string): void {
  rotaSlots(ctx).clear(templateId);
}

function rotaSlots(ctx: Context) {
  return ctx.loader<string, RotaSlot[]>('rota slots of template', async (templateIds) => {
    const slots = await ctx.db.rotaSlot.findMany({
      where: { templateId: { in: [...templateIds] } },
      orderBy: [{ weekday: 'asc' }, { startMinute: 'asc' }, { id: 'asc' }],
    });
    return Map.groupBy(slots, (slot) => slot.templateId);
  });
}
