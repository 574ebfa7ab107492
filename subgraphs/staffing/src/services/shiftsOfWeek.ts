import { type InvalidInput, invalidInput } from '@guildhall/kit/refusals';
import type { Facility, Shift } from '@guildhall/prisma/staffing';
import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { instantAt } from '../wallTime.ts';
import { mostSlots } from './checkRotaSlots.ts';

/** The shifts of a facility that start in the week of this Monday by its clocks, cancelled ones left out, by start. */
export async function shiftsOfWeek(
  ctx: Context,
  facility: Facility,
  field: string,
  monday: Temporal.PlainDate,
): Promise<Shift[] | InvalidInput> {
  const midnight = (day: Temporal.PlainDate) => instantAt(day.toPlainDateTime(), facility.timeZone);
  const shifts = await ctx.db.shift.findMany({
    where: {
      facilityId: facility.id,
      status: { not: 'cancelled' },
      startsAt: { gte: midnight(monday), lt: midnight(monday.add({ weeks: 1 })) },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: mostSlots + 1,
  });
  if (shifts.length > mostSlots) {
    return invalidInput(field, `The week of ${monday} has more than ${mostSlots} shifts. Choose another.`);
  }
  return shifts;
}
