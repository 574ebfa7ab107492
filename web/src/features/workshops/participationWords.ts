import type { OwnParticipationFragment, ParticipantStatus } from '../../../generated/graphql.ts';
import type { StatusTone } from '../../design/StatusTag.tsx';

/** Where participations stand, for those who organize. */
export const participantStatuses: Readonly<Record<ParticipantStatus, { tone: StatusTone; label: string }>> = {
  WAITING: { tone: 'done', label: 'Waiting' },
  OFFERED: { tone: 'open', label: 'Seat offered' },
  CONFIRMED: { tone: 'ok', label: 'Has a seat' },
  CANCELLED: { tone: 'off', label: 'Cancelled' },
  ATTENDED: { tone: 'done', label: 'Was there' },
  NO_SHOW: { tone: 'danger', label: 'Not there' },
};

/** Where one's own participation stands, in a word or two. */
export function ownStatus({ status, waitingPosition, requirementsChanged }: OwnParticipationFragment): {
  tone: StatusTone;
  label: string;
} {
  switch (status) {
    case 'WAITING':
      return {
        tone: 'done',
        label: waitingPosition === null ? 'Waiting' : `Waiting, number ${waitingPosition}`,
      };
    case 'OFFERED':
      return { tone: 'open', label: 'A seat for you' };
    case 'CONFIRMED':
      return requirementsChanged
        ? { tone: 'open', label: 'Requirements changed' }
        : { tone: 'ok', label: 'You have a seat' };
    case 'CANCELLED':
      return { tone: 'off', label: 'Cancelled' };
    case 'ATTENDED':
      return { tone: 'done', label: 'You were there' };
    case 'NO_SHOW':
      return { tone: 'danger', label: 'You were not there' };
  }
}

/** Whether one takes part: waits, is offered a seat or has one. */
export const isLive = ({ status }: { status: ParticipantStatus }): boolean =>
  status === 'WAITING' || status === 'OFFERED' || status === 'CONFIRMED';

/** Whether somebody has to do something about their participation. */
export const needsAnswer = (participation: OwnParticipationFragment): boolean =>
  participation.status === 'OFFERED' || (isLive(participation) && participation.requirementsChanged);

/** What ended a participation, in a sentence to whoever took part. */
export function endInWords({ cancelledBy }: Pick<OwnParticipationFragment, 'cancelledBy'>): string {
  switch (cancelledBy) {
    case 'PERSON':
      return 'You gave it up.';
    case 'OFFER_EXPIRED':
      return 'A seat was held for you, and the time to take it passed. It has gone to the next in line.';
    case 'ORGANIZER':
      return 'An organizer cancelled your participation.';
    case 'WORKSHOP_CANCELLED':
      return 'The workshop was cancelled.';
    case 'WORKSHOP_OVER':
      return 'The workshop took place while you were still waiting.';
    case null:
      return 'It was cancelled.';
  }
}
