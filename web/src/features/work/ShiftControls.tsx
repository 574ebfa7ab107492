import type { ShiftLineFragment } from '../../../generated/graphql.ts';
import { formatDay, formatTime } from '../../design/format.ts';
import { ClaimShift } from './ClaimShift.tsx';
import { OwnShiftActions } from './OwnShiftActions.tsx';
import { nameOfShift } from './shiftInWords.ts';

/** What the agent can do with a shift now; nothing with one that has started, or that others have. */
export function ShiftControls({
  shift,
  agentId,
  locale,
  now,
}: {
  shift: ShiftLineFragment;
  agentId: string;
  locale: string;
  now: Date;
}) {
  const { id, startsOn, status, agent, offeredAt, facility } = shift;
  if (new Date(shift.startsAt) <= now) return null;
  const name = nameOfShift(shift, locale);
  if (status === 'ASSIGNED' && agent?.id === agentId) {
    const until = new Date(shift.giveBackUntil);
    const canGiveBack = until > now;
    const reader = { locale, timeZone: facility.timeZone };
    const moment = `${formatDay(until, reader)}, ${formatTime(until, reader)}`;
    return (
      <OwnShiftActions
        id={id}
        startsOn={startsOn}
        name={name}
        isOffered={offeredAt !== null}
        canGiveBack={canGiveBack}
        deadline={
          canGiveBack
            ? `Can be given back until ${moment}.`
            : `Could be given back until ${moment}. Offer it to others, or call the facility.`
        }
      />
    );
  }
  if (status === 'OPEN' || (status === 'ASSIGNED' && offeredAt !== null)) {
    return <ClaimShift id={id} startsOn={startsOn} name={name} />;
  }
  return null;
}
