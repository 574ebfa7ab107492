'use client';

import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ShiftRecordQuery } from '../../../generated/graphql.ts';
import { Facts } from '../../design/Facts.tsx';
import { formatDay, formatMinutes, formatInstant, formatSpan, formatZone } from '../../design/format.ts';
import { FlagList } from '../../design/raiseFlag/FlagList.tsx';
import { RaiseFlagButton } from '../../design/raiseFlag/RaiseFlagButton.tsx';
import { StatusTag } from '../../design/StatusTag.tsx';
import { type Toast, useToast } from '../../design/toasts.tsx';
import type { ActionResult } from '../../graph/actionResult.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { type MutationAction, useMutationAction } from '../../graph/useMutationAction.ts';
import { AgentPicker } from './AgentPicker.tsx';
import { assignShift } from './assignShift.ts';
import { cancelShift } from './cancelShift.ts';
import { confirmShift } from './confirmShift.ts';
import { EditShiftForm } from './EditShiftForm.tsx';
import { reopenShift } from './reopenShift.ts';
import { draftOf } from './shiftDraft.ts';
import type { QualificationChoice } from './ShiftFields.tsx';
import styles from './ShiftRecord.module.css';
import { shiftStatus } from './shiftStatus.ts';
import { unassignShift } from './unassignShift.ts';

type Shift = NonNullable<ShiftRecordQuery['shift']>;

/** What is being done with the shift. */
type Task = 'edit' | 'assign' | 'cancel' | 'confirm';

/**
 * A shift as those who plan it see it, with what can be done at its state.
 *
 * @param now when the page was made: what has begun, and what is over, is told by it.
 */
export function ShiftRecord({
  shift,
  qualifications,
  now,
  today,
  locale,
}: {
  shift: Shift;
  qualifications: readonly QualificationChoice[];
  now: string;
  today: string;
  locale: string;
}) {
  const [task, setTask] = useState<Task | null>(null);
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const showToast = useToast();
  const { id, agent, facility } = shift;
  const { timeZone } = facility;
  const reader = { locale, timeZone };
  const [start, end] = [new Date(shift.startsAt), new Date(shift.endsAt)];
  const hasStarted = shift.startsAt <= now;
  const hasEnded = shift.endsAt <= now;
  const isPlaceholder = shift.kind === 'PLACEHOLDER';
  const { status } = shift;

  const done = (message: string, undo: Toast['undo'], warned: readonly { message: string }[] = []) => {
    setTask(null);
    setWarnings(warned.map((each) => each.message));
    showToast({ message, undo });
  };
  const assigning = useMutationAction(assignShift, {
    onDone: ({ shift: now_, warnings: warned }) =>
      done(
        `${now_.agent?.person?.name ?? 'The agent'} has the shift.`,
        agent
          ? undoBy(() => assignShift({ id, agentId: agent.id, reassign: true }), 'The shift is as before.')
          : undoBy(() => unassignShift({ id }), 'The shift is open again.'),
        warned,
      ),
  });
  const unassigning = useMutationAction(unassignShift, {
    onDone: () =>
      done(
        'The shift is open.',
        agent
          ? undoBy(
              () => assignShift({ id, agentId: agent.id, reassign: false }),
              `${agent.person?.name ?? 'The agent'} has the shift again.`,
            )
          : undefined,
      ),
  });
  const cancelling = useMutationAction(cancelShift, {
    onDone: () =>
      done(
        'Shift cancelled.',
        undoBy(() => reopenShift({ id, keepAgent: true }), 'The shift takes place after all.'),
      ),
  });
  const reopening = useMutationAction(reopenShift, {
    onDone: ({ warnings: warned }) => done('The shift is open to changes again.', undefined, warned),
  });
  const confirming = useMutationAction(confirmShift, {
    onDone: () =>
      done(
        'Hours confirmed.',
        undoBy(() => reopenShift({ id, keepAgent: true }), 'The hours are not confirmed any more.'),
      ),
  });

  const { word, tone } = shiftStatus(shift);
  const toggle = (next: Task) => setTask(task === next ? null : next);
  const isLive = status === 'OPEN' || status === 'ASSIGNED';
  return (
    <>
      <header className={styles.title}>
        <p className={styles.when}>
          {formatDay(start, reader)}, {formatSpan(start, end, reader)}
        </p>
        <StatusTag tone={tone}>{word}</StatusTag>
      </header>
      {warnings.length > 0 && (
        <ul className={styles.warnings} role="status">
          {warnings.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {task !== 'edit' && (
        <Facts
          facts={[
            ['Facility', facility.name],
            ['Agent', isPlaceholder ? null : agent ? (agent.person?.name ?? 'Name not known') : 'Nobody yet'],
            ['Qualification', isPlaceholder ? null : (shift.qualification?.displayName ?? 'Any')],
            ['Planned', formatMinutes(shift.plannedMinutes)],
            ['Unpaid break', shift.breakMinutes > 0 ? formatMinutes(shift.breakMinutes) : null],
            ['Worked', shift.workedMinutes === null ? null : formatMinutes(shift.workedMinutes)],
            ['Times in', formatZone(timeZone)],
            ['Note', shift.note],
            ['Why cancelled', shift.cancellationReason],
            [
              'Offered to others',
              shift.offeredAt && status === 'ASSIGNED'
                ? `since ${formatInstant(new Date(shift.offeredAt), reader)}`
                : null,
            ],
          ]}
        />
      )}
      <div className={styles.actions}>
        {isLive && !isPlaceholder && !hasStarted && (
          <Button
            variant={agent ? 'default' : 'filled'}
            aria-expanded={task === 'assign'}
            onClick={() => toggle('assign')}
          >
            {agent ? 'Change agent' : 'Assign'}
          </Button>
        )}
        {status === 'ASSIGNED' && hasEnded && (
          <Button aria-expanded={task === 'confirm'} onClick={() => toggle('confirm')}>
            Confirm hours
          </Button>
        )}
        {status === 'ASSIGNED' && !hasStarted && (
          <Button variant="default" loading={unassigning.isPending} onClick={() => unassigning.run({ id })}>
            Unassign
          </Button>
        )}
        {isLive && (
          <Button variant="default" aria-expanded={task === 'edit'} onClick={() => toggle('edit')}>
            Change
          </Button>
        )}
        {isLive && (
          <Button variant="default" aria-expanded={task === 'cancel'} onClick={() => toggle('cancel')}>
            Cancel shift
          </Button>
        )}
        {(status === 'CANCELLED' || status === 'COMPLETED') && (
          <Button
            variant="default"
            loading={reopening.isPending}
            onClick={() => reopening.run({ id, keepAgent: true })}
          >
            {status === 'CANCELLED' ? 'Reopen' : 'Take back the hours'}
          </Button>
        )}
        <RaiseFlagButton
          subjectKind="SHIFT"
          subjectId={id}
          subjectName={`the shift of ${formatDay(start, reader)}, ${formatSpan(start, end, reader)}`}
        />
      </div>
      <MutationProblem mutation={unassigning} />
      <MutationProblem mutation={reopening} />
      {reopening.refusal && status === 'CANCELLED' && agent && (
        <div>
          <Button variant="default" onClick={() => reopening.run({ id, keepAgent: false })}>
            Reopen it without {agent.person?.name ?? 'the agent'}
          </Button>
        </div>
      )}
      {task === 'edit' && (
        <EditShiftForm
          id={id}
          loaded={draftOf(shift, timeZone)}
          timeZone={timeZone}
          qualifications={qualifications}
          today={today}
          locale={locale}
          isPlaceholder={isPlaceholder}
          onClose={() => setTask(null)}
          onWarnings={setWarnings}
        />
      )}
      {task === 'assign' && (
        <section aria-label={agent ? 'Change agent' : 'Assign'} className={styles.form}>
          <MutationProblem mutation={assigning} />
          <AgentPicker
            facilityId={facility.id}
            qualification={shift.qualification}
            action="Assign"
            isPending={assigning.isPending}
            onChoose={(found) => assigning.run({ id, agentId: found.id, reassign: agent !== null })}
          />
        </section>
      )}
      {task === 'cancel' && (
        <CancelForm mutation={cancelling} id={id} hasAgent={agent !== null} onClose={() => setTask(null)} />
      )}
      {task === 'confirm' && (
        <ConfirmForm mutation={confirming} id={id} plannedMinutes={shift.plannedMinutes} />
      )}
      <FlagList flags={shift.flags.nodes} reader={reader} />
    </>
  );
}

/** What the toast says of an undo. */
function undoBy(run: () => Promise<ActionResult<unknown>>, message: string): NonNullable<Toast['undo']> {
  return async () => {
    const answer = await run();
    if (answer.kind === 'done') return message;
    return answer.kind === 'refusal'
      ? answer.refusal.message
      : 'This could not be undone. Look at the shift again.';
  };
}

function CancelForm({
  mutation,
  id,
  hasAgent,
  onClose,
}: {
  mutation: MutationAction<{ id: string; reason: string | null }>;
  id: string;
  hasAgent: boolean;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.form}
      aria-label="Cancel shift"
      onSubmit={(event) => {
        event.preventDefault();
        mutation.run({ id, reason: reason.trim() || null });
      }}
    >
      <Textarea
        label="Why"
        description={hasAgent ? 'The agent reads it.' : 'For those who look at it later.'}
        rows={2}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <MutationProblem mutation={mutation} />
      <div className={styles.actions}>
        <Button type="submit" color="red" loading={mutation.isPending}>
          Cancel this shift
        </Button>
        <Button variant="default" onClick={onClose}>
          Leave it
        </Button>
      </div>
    </form>
  );
}

function ConfirmForm({
  mutation,
  id,
  plannedMinutes,
}: {
  mutation: MutationAction<{ id: string; workedMinutes: number | null }>;
  id: string;
  plannedMinutes: number;
}) {
  const [hours, setHours] = useState(String(Math.floor(plannedMinutes / 60)));
  const [minutes, setMinutes] = useState(String(plannedMinutes % 60));
  const total = Number(hours) * 60 + Number(minutes || 0);
  const isWrong = !Number.isInteger(total) || total < 0 || total > 1_440 || hours.trim() === '';
  return (
    <form
      className={styles.form}
      aria-label="Confirm hours"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) mutation.run({ id, workedMinutes: total });
      }}
    >
      <div className={styles.pair}>
        <TextInput
          label="Hours worked"
          inputMode="numeric"
          autoComplete="off"
          value={hours}
          error={isWrong && 'Whole numbers, 24 hours at most.'}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
        <TextInput
          label="Minutes"
          inputMode="numeric"
          autoComplete="off"
          value={minutes}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
      </div>
      <MutationProblem mutation={mutation} />
      <div className={styles.actions}>
        <Button type="submit" loading={mutation.isPending}>
          Confirm {isWrong ? 'hours' : formatMinutes(total)}
        </Button>
      </div>
    </form>
  );
}
