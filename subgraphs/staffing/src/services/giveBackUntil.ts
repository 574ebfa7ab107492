import type { Shift } from '@guildhall/prisma/staffing';
import { qualifications } from '@guildhall/reference/codes';

/** The hours before its start up to which a shift may be given back, by the qualification that it takes. */
export function giveBackHours({ qualification }: Pick<Shift, 'qualification'>): number {
  return (qualification ? qualifications.find(qualification) : qualifications).parameters.giveBackHours;
}

/** The last instant at which a shift may be given back. */
export function giveBackUntil(shift: Pick<Shift, 'qualification' | 'startsAt'>): Date {
  return new Date(shift.startsAt.getTime() - giveBackHours(shift) * 60 * 60_000);
}
