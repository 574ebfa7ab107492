import { type InvalidInput, type NotFound, notFound } from '@guildhall/kit/refusals';
import type { Facility, RotaSlot, Shift } from '@guildhall/prisma/staffing';
import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { loadFacility, loadRotaSlots, loadRotaTemplate } from '../loaders.ts';
import type { DraftWeek } from '../rotaPlan.ts';
import { instantAt, wallTimeAt } from '../wallTime.ts';
import { readMonday } from './readMonday.ts';
import { shiftsOfWeek } from './shiftsOfWeek.ts';

/** What a week is made from: a template, or another week of the same facility; with its agents unless told not to. */
export type WeekSource = { keepAgents?: boolean } & (
  { templateId: string; week: string } | { facilityId: string; from: string; to: string }
);

/** Lays the shifts of a template, or of another week, out over a week by the clocks of the facility. */
export async function draftWeek(
  ctx: Context,
  source: WeekSource,
): Promise<DraftWeek | NotFound | InvalidInput> {
  const found = 'templateId' in source ? await fromTemplate(ctx, source) : await fromWeek(ctx, source);
  if ('__typename' in found) return found;
  const { facility, monday, shifts } = found;
  const { keepAgents = true } = source;
  return {
    facility,
    week: monday.toString(),
    shifts: shifts
      .map(({ shift, start, end }) => ({
        agentId: keepAgents ? shift.agentId : null,
        kind: shift.kind,
        qualification: shift.qualification,
        breakMinutes: shift.breakMinutes,
        note: shift.note,
        startsAt: instantAt(start, facility.timeZone),
        endsAt: instantAt(end, facility.timeZone),
        wall: { start, end },
      }))
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.endsAt.getTime() - b.endsAt.getTime()),
  };
}

interface Found {
  facility: Facility;
  monday: Temporal.PlainDate;
  shifts: { shift: RotaSlot | Shift; start: Temporal.PlainDateTime; end: Temporal.PlainDateTime }[];
}

async function fromTemplate(
  ctx: Context,
  { templateId, week }: { templateId: string; week: string },
): Promise<Found | NotFound | InvalidInput> {
  const template = await loadRotaTemplate(ctx, templateId);
  const facility = template && (await loadFacility(ctx, template.facilityId));
  if (!facility) return notFound('rota template', templateId);
  const monday = readMonday('week', week);
  if ('__typename' in monday) return monday;
  const slots = await loadRotaSlots(ctx, template.id);
  const shifts = slots.map((shift) => {
    const { weekday, startMinute, durationMinutes } = shift;
    const start = monday.toPlainDateTime().add({ days: weekday - 1, minutes: startMinute });
    return { shift, start, end: start.add({ minutes: durationMinutes }) };
  });
  return { facility, monday, shifts };
}

async function fromWeek(
  ctx: Context,
  { facilityId, from, to }: { facilityId: string; from: string; to: string },
): Promise<Found | NotFound | InvalidInput> {
  const facility = await loadFacility(ctx, facilityId);
  if (!facility) return notFound('facility', facilityId);
  const copied = readMonday('from', from);
  if ('__typename' in copied) return copied;
  const monday = readMonday('to', to);
  if ('__typename' in monday) return monday;
  const found = await shiftsOfWeek(ctx, facility, 'from', copied);
  if ('__typename' in found) return found;
  const later = copied.until(monday);
  const shifts = found.map((shift) => ({
    shift,
    start: wallTimeAt(shift.startsAt, facility.timeZone).add(later),
    end: wallTimeAt(shift.endsAt, facility.timeZone).add(later),
  }));
  return { facility, monday, shifts };
}
