import type { RotaSlot } from '@guildhall/prisma/staffing';
import { fromShiftKind } from '../shiftStatus.ts';
import type { RotaSlotInput } from '../types.generated.ts';
import { fromClock, fromWeekday } from '../wallTime.ts';

/** What a slot says, whichever template it belongs to. */
export type NewRotaSlot = Omit<RotaSlot, 'id' | 'templateId' | 'createdAt' | 'updatedAt'>;

/** A slot that was given and checked, as the database writes it. */
export function toRotaSlot(slot: RotaSlotInput): NewRotaSlot {
  return {
    weekday: fromWeekday(slot.weekday),
    startMinute: fromClock(slot.startsAt)!,
    durationMinutes: slot.durationMinutes,
    breakMinutes: slot.breakMinutes ?? 0,
    kind: fromShiftKind(slot.kind ?? 'WORK'),
    qualification: slot.qualification ?? null,
    agentId: slot.agentId ?? null,
    note: slot.note ?? null,
  };
}
