import type { WorkshopPageQuery } from '../../../generated/graphql.ts';
import { formatDay, formatTime } from '../../design/format.ts';
import { Panel } from '../../design/Page.tsx';
import { ActionButton } from '../../design/records/ActionButton.tsx';
import { StatusTag } from '../../design/StatusTag.tsx';
import { AcknowledgedForm } from './AcknowledgedForm.tsx';
import { bringControl } from './bringControl.tsx';
import { Countdown } from './Countdown.tsx';
import { leave } from './leave.ts';
import styles from './OwnPart.module.css';
import { endInWords, isLive, ownStatus } from './participationWords.ts';
import { RequirementLines } from './RequirementLines.tsx';

type Shown = NonNullable<WorkshopPageQuery['workshop']>;

/** How one takes part in a workshop and what one can do about it, with the requirements wherever they matter. */
export function OwnPart({ workshop, locale, now }: { workshop: Shown; locale: string; now: Date }) {
  const { id, title, status, requirements, requirementsVersion, myParticipation: own } = workshop;
  const hasStarted = new Date(workshop.startsAt) <= now;
  const canSignUp = status === 'PUBLISHED' && !hasStarted;
  const form = { workshopId: id, requirements, version: requirementsVersion };
  const live = own && isLive(own) ? own : null;
  const leaving = live && !hasStarted && <Leave id={id} title={title} status={live.status} />;
  return (
    <Panel label="Your part">
      <div className={styles.part}>
        <div className={styles.heading}>
          <h2>Your part</h2>
          {own && <StatusTag tone={ownStatus(own).tone}>{ownStatus(own).label}</StatusTag>}
        </div>
        {own?.status === 'CANCELLED' && (
          <p>
            {endInWords(own)} {own.cancellationReason && `“${own.cancellationReason}”`}
          </p>
        )}
        {live && <Standing workshop={workshop} own={live} hasStarted={hasStarted} locale={locale} />}
        {live?.status === 'OFFERED' && (
          <AcknowledgedForm
            key={`accept-${requirementsVersion}`}
            {...form}
            does="acceptSeat"
            seen={live.acknowledgedRequirements}
            isAcknowledged={!live.requirementsChanged}
            verb="Take the seat"
            pending="Taking it…"
            done={`You have a seat: ${title}.`}
            beside={leaving}
          />
        )}
        {live && live.status !== 'OFFERED' && live.requirementsChanged && (
          <AcknowledgedForm
            {...form}
            does="acknowledge"
            seen={live.acknowledgedRequirements}
            verb="I have seen them"
            pending="Saving…"
            done="Saved: you have seen what is needed now."
            beside={leaving}
          />
        )}
        {live && live.status !== 'OFFERED' && !live.requirementsChanged && requirements.length > 0 && (
          <Needed requirements={requirements} />
        )}
        {live && live.status !== 'OFFERED' && !live.requirementsChanged && leaving && <div>{leaving}</div>}
        {!live && canSignUp && own?.status !== 'ATTENDED' && (
          <>
            <p>{seatsSentence(workshop)}</p>
            <AcknowledgedForm
              {...form}
              does="signUp"
              seen={null}
              verb={isFree(workshop) ? 'Sign up' : 'Join the waiting list'}
              pending="Signing up…"
              done={`Signed up: ${title}.`}
            />
          </>
        )}
        {!live && !canSignUp && (
          <>
            {own?.status !== 'ATTENDED' && own?.status !== 'NO_SHOW' && (
              <p>{closedSentence(workshop, hasStarted)}</p>
            )}
            {requirements.length > 0 && <Needed requirements={requirements} />}
          </>
        )}
      </div>
    </Panel>
  );
}

function Standing({
  workshop: { timeZone, offerHours },
  own: { status, waitingPosition, offeredUntil, requirementsChanged },
  hasStarted,
  locale,
}: {
  workshop: Shown;
  own: NonNullable<Shown['myParticipation']>;
  hasStarted: boolean;
  locale: string;
}) {
  const changed = requirementsChanged && (
    <p className={styles.changed}>
      What is needed has changed since you signed up. Look at it, and say that you have seen it.
    </p>
  );
  if (status === 'OFFERED' && offeredUntil) {
    const [end, reader] = [new Date(offeredUntil), { locale, timeZone }];
    return (
      <>
        <p className={styles.offer}>
          A seat is held for you until{' '}
          <time dateTime={offeredUntil}>
            {formatDay(end, reader)}, {formatTime(end, reader)}
          </time>
          . <Countdown until={offeredUntil} />
        </p>
        <p>After that it goes to the next in line.</p>
        {changed}
      </>
    );
  }
  if (status === 'WAITING') {
    if (hasStarted) return <p>It has begun, and no seat has come free.</p>;
    return (
      <>
        <p>
          {waitingPosition === 1
            ? 'You are the next in line.'
            : waitingPosition !== null && `${waitingPosition - 1} are before you in line.`}{' '}
          When a seat is yours, it is held for {offerHours} {offerHours === 1 ? 'hour' : 'hours'}; look here
          or in My workshops.
        </p>
        {changed}
      </>
    );
  }
  return (
    <>
      <p>You have a seat.</p>
      {changed}
    </>
  );
}

function Needed({ requirements }: { requirements: Shown['requirements'] }) {
  return (
    <>
      <h3>What is needed</h3>
      <RequirementLines requirements={requirements} controlOf={bringControl} />
    </>
  );
}

const waysOut = {
  WAITING: {
    label: 'Leave the waiting list',
    warning: 'Your place in line goes. Whoever signs up again is the last in line.',
    done: 'You have left the waiting list.',
  },
  OFFERED: {
    label: 'Decline the seat',
    warning: 'The seat goes to the next in line, and your place in line goes too.',
    done: 'Declined. The seat goes to the next in line.',
  },
  CONFIRMED: {
    label: 'Give up my seat',
    warning:
      'Your seat goes to the next in line at once. You can sign up again, and wait behind those who wait then.',
    done: 'You have given up your seat.',
  },
} as const;

function Leave({ id, title, status }: { id: string; title: string; status: string }) {
  const { label, warning, done } = waysOut[status as keyof typeof waysOut];
  return (
    <ActionButton
      label={label}
      dismiss="Keep it"
      title={`${label}: ${title}`}
      warning={warning}
      fixed={{ id }}
      action={leave}
      done={done}
    />
  );
}

const isFree = ({ seatsLeft, waitingCount }: Shown) => seatsLeft > 0 && waitingCount === 0;

function seatsSentence(workshop: Shown): string {
  const { seatsLeft, waitingCount } = workshop;
  if (isFree(workshop)) return `${seatsLeft === 1 ? 'One seat is' : `${seatsLeft} seats are`} free.`;
  if (waitingCount === 0) return 'All seats are taken. You would be the first in line for one that is freed.';
  return `All seats are taken, and ${waitingCount === 1 ? 'one waits' : `${waitingCount} wait`}. You would be number ${waitingCount + 1} in line.`;
}

function closedSentence({ status }: Shown, hasStarted: boolean): string {
  switch (status) {
    case 'DRAFT':
      return 'It is being prepared. People can sign up once it is published.';
    case 'CANCELLED':
      return 'It does not take place.';
    case 'HELD':
      return 'It has taken place.';
    case 'PUBLISHED':
      return hasStarted ? 'It has begun, so that nobody can sign up any more.' : '';
  }
}
