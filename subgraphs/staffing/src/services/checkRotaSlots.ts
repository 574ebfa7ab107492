import { isId } from '@guildhall/kit/id';
import { type InvalidInput, invalidInput } from '@guildhall/kit/refusals';
import { qualifications } from '@guildhall/reference/codes';
import type { RotaSlotInput } from '../types.generated.ts';
import { fromClock } from '../wallTime.ts';

/** The slots of a template, and the shifts of a week that can be planned at once. */
export const mostSlots = 500;

/** The database holds most of this too, but does not say of which slot it does not hold. */
const rules: readonly [
  field: keyof RotaSlotInput,
  holds: (slot: RotaSlotInput) => boolean,
  message: string,
][] = [
  [
    'startsAt',
    ({ startsAt }) => fromClock(startsAt) !== null,
    'A start is a time of the day, 00:00 to 23:59, written as HH:MM.',
  ],
  [
    'durationMinutes',
    ({ durationMinutes }) => durationMinutes >= 1 && durationMinutes <= 1440,
    'A shift lasts 1 to 1440 minutes, which is 24 hours.',
  ],
  [
    'breakMinutes',
    ({ breakMinutes = 0, durationMinutes }) => breakMinutes >= 0 && breakMinutes < durationMinutes,
    'A break is shorter than its shift, and not negative.',
  ],
  [
    'qualification',
    ({ kind, qualification }) =>
      qualification == null || (kind !== 'PLACEHOLDER' && qualifications.has(qualification)),
    'A qualification is one of those in use, for example nursing.registered, and a placeholder takes none.',
  ],
  [
    'agentId',
    ({ kind, agentId }) => agentId == null || (kind !== 'PLACEHOLDER' && isId(agentId)),
    'An agent is named by an id, and a placeholder is nobody’s.',
  ],
  [
    'note',
    ({ note }) => note == null || fits(note.replace(/^ +| +$/g, ''), 2000),
    'A note has 1 to 2,000 characters. Leave it out when there is nothing to say.',
  ],
];

/** What is wrong with slots that were given, or null. */
export function checkRotaSlots(slots: readonly RotaSlotInput[]): InvalidInput | null {
  if (slots.length > mostSlots) {
    return invalidInput('slots', `A template has ${mostSlots} shifts at most. Make two of it.`);
  }
  for (const [index, slot] of slots.entries()) {
    const broken = rules.find(([, holds]) => !holds(slot));
    if (broken) return invalidInput(`slots.${index}.${broken[0]}`, broken[2]);
  }
  return null;
}

function fits(text: string, most: number): boolean {
  const { length } = [...text];
  return length >= 1 && length <= most;
}
