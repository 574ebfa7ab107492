import { loadByKey, rowsOfKey } from '@guildhall/kit/loadByKey';
import type {
  Agent,
  AgentQualification,
  FacilityPreference,
  RotaSlot,
  RotaTemplate,
} from '@guildhall/prisma/staffing';
import type { Context } from './context.ts';
import {
  agentPrivateTable,
  agentQualificationTable,
  agentTable,
  calendarFeedTable,
  facilityPreferenceTable,
  facilityTable,
  flagTable,
  rotaSlotTable,
  rotaTemplateTable,
  shiftTable,
} from './tables.ts';

/** The facility of this id, or null when there is none that the viewer may see. */
export function loadFacility(ctx: Context, id: string) {
  return loadByKey(ctx, facilityTable, 'id', id);
}

/** The agent of this id, or null when there is none that the viewer may see. */
export function loadAgent(ctx: Context, id: string) {
  return loadByKey(ctx, agentTable, 'id', id);
}

/** The agent who is this person, or null when there is none that the viewer may see. */
export function loadAgentOfPerson(ctx: Context, personId: string) {
  return loadByKey(ctx, agentTable, 'personId', personId);
}

/** The shift of this id, or null when there is none that the viewer may see. */
export function loadShift(ctx: Context, id: string) {
  return loadByKey(ctx, shiftTable, 'id', id);
}

/** What only the agent and the company see of an agent, or null. */
export function loadAgentPrivate(ctx: Context, agentId: string) {
  return loadByKey(ctx, agentPrivateTable, 'agentId', agentId);
}

/** The qualifications that the agent states, the oldest first. */
export async function loadQualificationsOfAgent(
  ctx: Context,
  agentId: string,
): Promise<AgentQualification[]> {
  return rowsOfKey(ctx, agentQualificationTable, 'agentId', ['createdAt', 'id']).load(agentId);
}

/** What the agent says of facilities, as far as the viewer may see it, the oldest first. */
export async function loadPreferencesOfAgent(ctx: Context, agentId: string): Promise<FacilityPreference[]> {
  return rowsOfKey(ctx, facilityPreferenceTable, 'agentId', ['createdAt', 'id']).load(agentId);
}

/** What the viewer, an agent, says of the facility, or null. */
export function loadOwnPreference(ctx: Context, facilityId: string) {
  return loadByKey(ctx, facilityPreferenceTable, 'facilityId', facilityId);
}

/** The stated qualification of this id, or null when there is none that the viewer may see. */
export function loadAgentQualification(ctx: Context, id: string) {
  return loadByKey(ctx, agentQualificationTable, 'id', id);
}

/** The preference of this id, or null when there is none that the viewer may see. */
export function loadFacilityPreference(ctx: Context, id: string) {
  return loadByKey(ctx, facilityPreferenceTable, 'id', id);
}

/** The record of the agent's calendar address, or null when there is none that the viewer may see. */
export function loadCalendarFeed(ctx: Context, agentId: string) {
  return loadByKey(ctx, calendarFeedTable, 'agentId', agentId);
}

/** The calendar address of this id, or null when there is none that the viewer may see. */
export function loadCalendarFeedById(ctx: Context, id: string) {
  return loadByKey(ctx, calendarFeedTable, 'id', id);
}

/** The agent whose calendar address has a secret with this hash, or null. */
export async function loadAgentOfCalendar(ctx: Context, tokenHash: string): Promise<Agent | null> {
  return ctx.db.agent.findFirst({ where: { calendarFeed: { tokenHash } } });
}

/** The rota template of this id, or null when there is none that the viewer may see. */
export function loadRotaTemplate(ctx: Context, id: string) {
  return loadByKey(ctx, rotaTemplateTable, 'id', id);
}

/** The rota templates of a facility that the viewer may see, by name. */
export async function loadRotaTemplatesOf(ctx: Context, facilityId: string): Promise<RotaTemplate[]> {
  return rowsOfKey(ctx, rotaTemplateTable, 'facilityId', ['name', 'id']).load(facilityId);
}

/** The slots of a rota template, by weekday and start. */
export async function loadRotaSlots(ctx: Context, templateId: string): Promise<RotaSlot[]> {
  return rotaSlots(ctx).load(templateId);
}

/** Has the slots of a rota template read anew, since they changed. */
export function forgetRotaSlots(ctx: Context, templateId: string): void {
  rotaSlots(ctx).forget(templateId);
}

function rotaSlots(ctx: Context) {
  return rowsOfKey(ctx, rotaSlotTable, 'templateId', ['weekday', 'startMinute', 'id']);
}

/** The flag of this id, or null when there is none that the viewer may see. */
export function loadFlag(ctx: Context, id: string) {
  return loadByKey(ctx, flagTable, 'id', id);
}
