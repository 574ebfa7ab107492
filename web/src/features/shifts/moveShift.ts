'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { assignShiftMutation } from './assignShift.mutation.ts';
import { draftOf, draftTimes } from './shiftDraft.ts';
import { shiftRecord } from './shiftRecord.query.ts';
import { unassignShiftMutation } from './unassignShift.mutation.ts';
import { updateShiftMutation } from './updateShift.mutation.ts';
import { withOtherShift } from './withOtherShift.ts';

const input = z.object({
  id: z.uuid(),
  /** What the person saw; null for whatever there is, as an undo. */
  revision: z.int().nullable(),
  locale: z.string(),
  day: z.iso.date(),
  /** The row of the roster: what the shift takes, or who has it; null for none. */
  row: z.discriminatedUnion('by', [
    z.object({ by: z.literal('qualification'), code: z.string().max(200).nullable() }),
    z.object({ by: z.literal('agent'), agentId: z.uuid().nullable() }),
  ]),
});

/** Where a shift is to be. */
export type ShiftMove = z.infer<typeof input>;

/** A change, and what takes it back when a later one is refused. */
interface Step {
  run: () => Promise<ActionResult<unknown>>;
  takeBack: () => Promise<unknown>;
}

/**
 * Moves a shift to another day, at the same times by the clocks of its facility, to another qualification, or to
 * another agent. It is moved as a whole, or not at all.
 */
export async function moveShift(given: ShiftMove): Promise<ActionResult<{ warnings: string[] }>> {
  const { id, revision, locale, day, row } = input.parse(given);
  const present = partOf(await askGraph(shiftRecord, { id }), ({ shift }) => shift);
  if (present.kind !== 'data') return { kind: 'trouble', trouble: present };
  const shift = present.data;
  const { timeZone } = shift.facility;
  if (revision !== null && revision !== shift.revision) {
    const message =
      'Someone has changed this shift since you looked at it. It is shown as it now is: move it again.';
    return { kind: 'refusal', refusal: { __typename: 'NotPossibleNow', message } };
  }
  const before = draftOf(shift, timeZone);
  const times = draftTimes({ ...before, day }, timeZone, locale);
  if (times.kind === 'problem') {
    return { kind: 'refusal', refusal: { __typename: 'InvalidInput', message: times.message } };
  }

  const warnings: string[] = [];
  const steps: Step[] = [];
  const update = (values: object) =>
    runMutation(updateShiftMutation, 'updateShift', { input: { id, ...values } });
  const assign = (agentId: string) =>
    runMutation(assignShiftMutation, 'assignShift', { input: { id, agentId, reassign: true } });
  const unassign = () => runMutation(unassignShiftMutation, 'unassignShift', { input: { id } });

  const code = shift.qualification?.code ?? null;
  const changes = {
    ...(day !== before.day && { startsAt: times.startsAt.toISOString(), endsAt: times.endsAt.toISOString() }),
    ...(row.by === 'qualification' && row.code !== code && { qualification: row.code }),
  };
  const agentId = shift.agent?.id ?? null;
  const isOtherAgent = row.by === 'agent' && row.agentId !== agentId;
  // Who gives the shift away need not be free on the other day.
  if (isOtherAgent && agentId !== null) steps.push({ run: unassign, takeBack: () => assign(agentId) });
  if (Object.keys(changes).length > 0) {
    steps.push({
      async run() {
        const result = await update(changes);
        if (result.kind === 'done') warnings.push(...result.payload.warnings.map(({ message }) => message));
        return result;
      },
      takeBack: () => update({ startsAt: shift.startsAt, endsAt: shift.endsAt, qualification: code }),
    });
  }
  if (isOtherAgent && row.agentId !== null) {
    const next = row.agentId;
    steps.push({
      async run() {
        const result = await assign(next);
        if (result.kind === 'done') warnings.push(...result.payload.warnings.map(({ message }) => message));
        return result;
      },
      takeBack: unassign,
    });
  }
  const taken: Step[] = [];
  for (const step of steps) {
    const result = await step.run();
    if (result.kind !== 'done') {
      for (const each of taken.toReversed()) await each.takeBack();
      return withOtherShift(result as Exclude<typeof result, { kind: 'done' }>);
    }
    taken.push(step);
  }
  return { kind: 'done', payload: { warnings } };
}
