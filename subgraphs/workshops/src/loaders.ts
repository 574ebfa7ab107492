import { loadByKey, rowsOfKey } from '@guildhall/kit/loadByKey';
import { isAmong, selectList, sqltag as sql } from '@guildhall/kit/table';
import type { Organizer, Participant, WorkshopRequirement } from '@guildhall/prisma/workshops';
import type { Context } from './context.ts';
import {
  attendeeTable,
  broughtItemTable,
  organizerTable,
  participantTable,
  workshopRequirementTable,
  workshopTable,
} from './tables.ts';

/** The workshop of this id, or null when there is none that the viewer may see. */
export function loadWorkshop(ctx: Context, id: string) {
  return loadByKey(ctx, workshopTable, 'id', id);
}

/** The participation of this id, or null when there is none that the viewer may see. */
export function loadParticipant(ctx: Context, id: string) {
  return loadByKey(ctx, participantTable, 'id', id);
}

/** The part of an organizer of this id, or null when there is none that the viewer may see. */
export function loadOrganizer(ctx: Context, id: string) {
  return loadByKey(ctx, organizerTable, 'id', id);
}

/** The attendee of this id, or null when there is none that the viewer may see. */
export function loadAttendee(ctx: Context, id: string) {
  return loadByKey(ctx, attendeeTable, 'id', id);
}

/** The requirement of this id, or null when there is none that the viewer may see. */
export function loadRequirement(ctx: Context, id: string) {
  return loadByKey(ctx, workshopRequirementTable, 'id', id);
}

/** Who organizes a workshop, as far as the viewer may see it, the first invited first. */
export function loadOrganizersOf(ctx: Context, workshopId: string): Promise<Organizer[]> {
  return rowsOfKey(ctx, organizerTable, 'workshopId', ['createdAt', 'id']).load(workshopId);
}

/** Everything a workshop requires or ever required, in the order in which it was added. */
export function loadRequirementsOf(ctx: Context, workshopId: string): Promise<WorkshopRequirement[]> {
  return requirementsOf(ctx).load(workshopId);
}

/** Has the requirements of a workshop read anew, since they changed. */
export function forgetRequirementsOf(ctx: Context, workshopId: string): void {
  requirementsOf(ctx).forget(workshopId);
}

function requirementsOf(ctx: Context) {
  return rowsOfKey(ctx, workshopRequirementTable, 'workshopId', ['createdAt', 'id']);
}

/** The codes of what a person has said to bring, as far as the viewer may see it. */
export async function loadBroughtBy(ctx: Context, personId: string): Promise<string[]> {
  const rows = await broughtBy(ctx).load(personId);
  return rows.map(({ kind }) => kind);
}

/** Has what a person brings read anew, since it changed. */
export function forgetBroughtBy(ctx: Context, personId: string): void {
  broughtBy(ctx).forget(personId);
}

function broughtBy(ctx: Context) {
  return rowsOfKey(ctx, broughtItemTable, 'personId', ['kind']);
}

/** The viewer's participation in a workshop: the one in force, or else the latest; null when there never was one. */
export async function loadOwnParticipation(ctx: Context, workshopId: string): Promise<Participant | null> {
  const { personId } = ctx.viewer;
  if (personId === null) return null;
  const latest = ctx.loader<string, Participant>('own participation', async (workshopIds) => {
    const rows = await ctx.read<Participant>(sql`
      select distinct on (t.workshop_id) ${selectList(participantTable)} from workshops.participant t
       where t.person_id = ${personId}::uuid and ${isAmong(participantTable, 'workshopId', workshopIds)}
       order by t.workshop_id, t.status = 'cancelled', t.place desc`);
    return new Map(rows.map((row) => [row.workshopId, row]));
  });
  return latest.load(workshopId);
}

/** The viewer's latest part in organizing a workshop, or null. */
export async function loadOwnPart(ctx: Context, workshopId: string): Promise<Organizer | null> {
  const { personId } = ctx.viewer;
  if (personId === null) return null;
  const latest = ctx.loader<string, Organizer>('own part', async (workshopIds) => {
    const rows = await ctx.read<Organizer>(sql`
      select distinct on (t.workshop_id) ${selectList(organizerTable)} from workshops.organizer t
       where t.person_id = ${personId}::uuid and ${isAmong(organizerTable, 'workshopId', workshopIds)}
       order by t.workshop_id, t.status = 'withdrawn', t.created_at desc, t.id desc`);
    return new Map(rows.map((row) => [row.workshopId, row]));
  });
  return latest.load(workshopId);
}

/** The place of a participation in the waiting list, 1 the next; null when it does not wait. */
export async function loadWaitingPosition(ctx: Context, participantId: string): Promise<number | null> {
  const positions = ctx.loader<string, number>('waiting position', async (ids) => {
    const rows = await ctx.read<{ id: string; position: number }>(sql`
      select t.id, workshops.waiting_position(t.id) as position from workshops.participant t
       where ${isAmong(participantTable, 'id', ids)}`);
    return new Map(rows.map(({ id, position }) => [id, position]));
  });
  return positions.load(participantId);
}
