import { type InvalidInput, invalidInput } from '@guildhall/kit/refusals';
import { Temporal } from 'temporal-polyfill';

/** The Monday that names a week, or why this day names none. */
export function readMonday(field: string, day: string): Temporal.PlainDate | InvalidInput {
  const date = Temporal.PlainDate.from(day);
  if (date.year < 2000 || date.year > 2999) {
    return invalidInput(field, 'A week lies in the years 2000 to 2999. Choose another.');
  }
  if (date.dayOfWeek === 1) return date;
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return invalidInput(field, `A week is named by its Monday: for the week of ${date} choose ${monday}.`);
}
