'use client';

import { Button, Textarea } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import { sentenceOf } from '../../design/sentenceOf.ts';
import { useToast } from '../../design/toasts.tsx';
import type { ActionResult } from '../../graph/actionResult.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { undoneSentence } from '../../graph/undoneSentence.ts';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { AgentPicker } from './AgentPicker.tsx';
import { assignShifts } from './assignShifts.ts';
import { cancelShifts } from './cancelShifts.ts';
import type { ChoosableShift, ChosenTask } from './choosableShift.ts';
import type { ChosenResult } from './chosenResult.ts';
import styles from './ChosenShifts.module.css';
import { reopenShifts } from './reopenShifts.ts';
import { unassignShifts } from './unassignShifts.ts';

/**
 * Gives what is chosen to an agent, or cancels it. What is refused is told shift by shift, and stays chosen.
 *
 * @param onDone gets the ids of those it was not done to.
 */
export function ChosenShiftsTask({
  task,
  facilityId,
  shifts,
  onDone,
}: {
  task: ChosenTask;
  facilityId: string;
  shifts: readonly ChoosableShift[];
  onDone: (refused: readonly string[]) => void;
}) {
  const [reason, setReason] = useState('');
  const [result, setResult] = useState<(ChosenResult & { names: ReadonlyMap<string, string> }) | null>(null);
  const showToast = useToast();
  const ids = shifts.map(({ id }) => id);
  const tell = (came: ChosenResult, what: string, undo: (done: string[]) => Promise<string>) => {
    const { done, refused, trouble, warnings } = came;
    setResult({ ...came, names: new Map(shifts.map(({ id, name }) => [id, name])) });
    if (done.length > 0) {
      showToast({
        message: [`${counted(done.length)} ${what}.`, ...new Set(warnings)].join(' '),
        undo: () => undo([...done]),
      });
    }
    onDone(trouble ? ids.filter((id) => !done.includes(id)) : refused.map(({ id }) => id));
  };
  const assigning = useMutationAction(
    async ({ agent, ...given }: { ids: string[]; agent: { id: string; name: string } }) =>
      assignShifts({ ...given, agentId: agent.id }),
    {
      onDone: (came, { agent }) =>
        tell(came, `assigned to ${agent.name}`, async (done) =>
          undoneOf(await unassignShifts({ ids: done }), 'open again'),
        ),
    },
  );
  const cancelling = useMutationAction(cancelShifts, {
    onDone: (came) =>
      tell(came, 'cancelled', async (done) =>
        undoneOf(await reopenShifts({ ids: done }), 'no longer cancelled'),
      ),
  });
  const [first] = shifts;
  const isOfOne = shifts.every(({ qualification }) => qualification?.code === first?.qualification?.code);
  return (
    <div className={styles.task}>
      {result && (result.refused.length > 0 || result.trouble) && (
        <div role="alert" className={styles.refused}>
          <p>
            {counted(result.done.length)} {task === 'assign' ? 'assigned' : 'cancelled'}.{' '}
            {result.trouble
              ? `${sentenceOf(result.trouble)} The rest is still chosen: try again.`
              : 'Not these:'}
          </p>
          <ul>
            {result.refused.map(({ id, refusal: { message, next } }) => (
              <li key={id}>
                <strong>{result.names.get(id)}</strong>: {message}{' '}
                {next && (
                  <Link href={next.href} prefetch={false} scroll={false}>
                    {next.label}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {task === 'assign' ? (
        <>
          <MutationProblem mutation={assigning} />
          <AgentPicker
            facilityId={facilityId}
            qualification={isOfOne ? (first?.qualification ?? null) : null}
            action="Assign"
            isPending={assigning.isPending}
            onChoose={(agent) => assigning.run({ ids, agent })}
          />
        </>
      ) : (
        <form
          aria-label="Cancel shifts"
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            cancelling.run({ ids, reason: reason.trim() || null });
          }}
        >
          <Textarea
            label="Why"
            description="Agents who have one of them read it."
            rows={2}
            maxLength={1_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <MutationProblem mutation={cancelling} />
          <div>
            <Button type="submit" color="red" loading={cancelling.isPending}>
              {shifts.length === 1 ? 'Cancel this shift' : `Cancel these ${shifts.length} shifts`}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

const counted = (count: number) => (count === 1 ? '1 shift' : `${count} shifts`);

/** What the toast says of an undo, which may be refused for some of them. */
function undoneOf(result: ActionResult<ChosenResult>, what: string): string {
  if (result.kind !== 'done') return undoneSentence(result, '');
  const { done, refused, trouble } = result.payload;
  return [
    `${counted(done.length)} ${what}.`,
    ...new Set(refused.map(({ refusal }) => `Not undone: ${refusal.message}`)),
    ...(trouble ? [`The rest was not undone. ${sentenceOf(trouble)}`] : []),
  ].join(' ');
}
