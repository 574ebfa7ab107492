'use client';

import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { useToast } from '../../design/toasts.tsx';
import { useWarnBeforeLeaving } from '../../design/useWarnBeforeLeaving.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { AgentPicker } from './AgentPicker.tsx';
import { cancelShift } from './cancelShift.ts';
import { createShift } from './createShift.ts';
import {
  changedDraftFields,
  type DraftField,
  draftFields,
  draftProblems,
  type ShiftDraft,
} from './shiftDraft.ts';
import { type QualificationChoice, ShiftFields } from './ShiftFields.tsx';
import styles from './ShiftRecord.module.css';
import { focusUnreadable } from '../../design/useTyped.ts';

/** A new shift, open or for an agent, on one day or on several running. */
export function NewShiftForm({
  facility: { id: facilityId, timeZone },
  qualifications,
  day,
  qualification,
  today,
  locale,
  closeHref,
}: {
  facility: { id: string; timeZone: string };
  qualifications: readonly QualificationChoice[];
  day: string;
  qualification: string;
  today: string;
  locale: string;
  closeHref: string;
}) {
  const [empty] = useState<ShiftDraft>({
    day,
    from: '',
    to: '',
    fromIsSecond: false,
    toIsSecond: false,
    qualification,
    breakMinutes: '0',
    note: '',
  });
  const [draft, setDraft] = useState(empty);
  const [agent, setAgent] = useState<{ id: string; name: string } | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [isPlaceholder, setPlaceholder] = useState(false);
  const [days, setDays] = useState('1');
  const [isTried, setTried] = useState(false);
  const formId = useId();
  const [isDone, setDone] = useState(false);
  const router = useRouter();
  const showToast = useToast();
  const mutation = useMutationAction(createShift, {
    onDone({ ids, warnings }) {
      setDone(true);
      const what = ids.length === 1 ? 'Shift created.' : `${ids.length} shifts created.`;
      showToast({
        message: [what, ...warnings].join(' '),
        async undo() {
          for (const id of ids) {
            const answer = await cancelShift({ id, reason: 'Created by mistake' });
            if (answer.kind !== 'done') return 'This could not be undone: others have changed it since.';
          }
          return ids.length === 1 ? 'Shift cancelled.' : 'Shifts cancelled.';
        },
      });
      router.push(closeHref, { scroll: false });
    },
  });
  useWarnBeforeLeaving(!isDone && changedDraftFields(empty, draft).length > 0);

  const problems = isTried ? draftProblems(draft, timeZone, locale) : [];
  const { refusal } = mutation;
  const idOf = (field: DraftField) => `${formId}-${field}`;
  const chosen = qualifications.find(({ code }) => code === draft.qualification) ?? null;
  return (
    <form
      className={styles.form}
      aria-label="New shift"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (focusUnreadable(event.currentTarget)) return;
        setTried(true);
        const [first] = draftProblems(draft, timeZone, locale);
        if (first) document.getElementById(idOf(first.field))?.focus();
        else
          mutation.run({
            facilityId,
            timeZone,
            locale,
            draft,
            agentId: isPlaceholder ? null : (agent?.id ?? null),
            isPlaceholder,
            days: Number(days),
          });
      }}
    >
      <ShiftFields
        draft={draft}
        onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        problemOf={(field) =>
          problems.find((each) => each.field === field)?.message ??
          (refusal?.field === field ? refusal.message : undefined)
        }
        idOf={idOf}
        qualifications={qualifications}
        timeZone={timeZone}
        today={today}
        locale={locale}
        isPlaceholder={isPlaceholder}
      />
      <NativeSelect
        label="On how many days running"
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
        data={Array.from({ length: 14 }, (_, n) => String(n + 1))}
      />
      <Checkbox
        label="Keep the time free: nobody works it"
        checked={isPlaceholder}
        onChange={(event) => setPlaceholder(event.currentTarget.checked)}
      />
      {!isPlaceholder && (
        <div className={styles.agent}>
          <p>
            Agent: <strong>{agent?.name ?? 'open'}</strong>
          </p>
          {agent ? (
            <Button variant="default" size="compact-sm" onClick={() => setAgent(null)}>
              Leave it open
            </Button>
          ) : (
            <Button
              variant="default"
              size="compact-sm"
              aria-expanded={isChoosing}
              onClick={() => setChoosing(!isChoosing)}
            >
              Choose an agent
            </Button>
          )}
        </div>
      )}
      {!isPlaceholder && isChoosing && !agent && (
        <AgentPicker
          facilityId={facilityId}
          qualification={chosen}
          action="Choose"
          isPending={mutation.isPending}
          onChoose={(found) => {
            setAgent(found);
            setChoosing(false);
          }}
        />
      )}
      <MutationProblem mutation={mutation} ownFields={draftFields} />
      <div className={styles.actions}>
        <Button type="submit" loading={mutation.isPending}>
          {days === '1' ? 'Create shift' : `Create ${days} shifts`}
        </Button>
      </div>
    </form>
  );
}
