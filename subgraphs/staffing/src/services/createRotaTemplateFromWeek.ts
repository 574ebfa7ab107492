import { type InvalidInput, invalidInput, notFound } from '@guildhall/kit/refusals';
import type { Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import { loadFacility } from '../loaders.ts';
import type { CreateRotaTemplateFromWeekInput } from '../types.generated.ts';
import { wallTimeAt } from '../wallTime.ts';
import { addRotaTemplate, type AddRotaTemplateResult } from './addRotaTemplate.ts';
import { period } from './period.ts';
import { readMonday } from './readMonday.ts';
import type { NewRotaSlot } from './rotaSlot.ts';
import { shiftsOfWeek } from './shiftsOfWeek.ts';

/** Adds a rota template with a slot for each shift of a week that is not cancelled. */
export async function createRotaTemplateFromWeek(
  ctx: Context,
  { facilityId, name, week }: CreateRotaTemplateFromWeekInput,
): Promise<AddRotaTemplateResult> {
  const facility = await loadFacility(ctx, facilityId);
  if (!facility) return notFound('facility', facilityId);
  const monday = readMonday('week', week);
  if ('__typename' in monday) return monday;
  const shifts = await shiftsOfWeek(ctx, facility, 'week', monday);
  if ('__typename' in shifts) return shifts;

  const slots: NewRotaSlot[] = [];
  for (const shift of shifts) {
    const slot = slotOf(shift, facility.timeZone);
    if (!fitsTemplate(slot)) return noSlot(shift, facility.timeZone);
    slots.push(slot);
  }
  return addRotaTemplate(ctx, { facilityId: facility.id, name }, slots);
}

function slotOf(shift: Shift, timeZone: string): NewRotaSlot {
  const start = wallTimeAt(shift.startsAt, timeZone).round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const end = wallTimeAt(shift.endsAt, timeZone).round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const { breakMinutes, kind, qualification, agentId, note } = shift;
  return {
    weekday: start.dayOfWeek,
    startMinute: start.hour * 60 + start.minute,
    durationMinutes: start.until(end).total('minutes'),
    breakMinutes,
    kind,
    qualification,
    agentId,
    note,
  };
}

/** Across a change of the clocks, a shift can be longer or shorter on the wall than it is. */
function fitsTemplate({ durationMinutes, breakMinutes }: NewRotaSlot): boolean {
  return durationMinutes > breakMinutes && durationMinutes <= 1440;
}

function noSlot(shift: Shift, timeZone: string): InvalidInput {
  return invalidInput(
    'week',
    `By the clocks on the wall, the shift ${period(shift, timeZone)} is longer than 24 hours or no longer than its break. Choose a week without it.`,
  );
}
