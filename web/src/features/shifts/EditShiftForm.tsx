'use client';

import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { FieldConflict } from '../../design/FieldConflict.tsx';
import { useToast } from '../../design/toasts.tsx';
import { useWarnBeforeLeaving } from '../../design/useWarnBeforeLeaving.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { saveShift } from './saveShift.ts';
import {
  changedDraftFields,
  type DraftField,
  draftFields,
  draftLabels,
  draftProblems,
  type ShiftDraft,
  withDraftFields,
} from './shiftDraft.ts';
import { type QualificationChoice, ShiftFields } from './ShiftFields.tsx';
import styles from './ShiftRecord.module.css';
import { focusUnreadable } from '../../design/useTyped.ts';

/** The times, qualification, break and note of a shift, to be changed; others who change the same are met. */
export function EditShiftForm({
  id,
  loaded,
  timeZone,
  qualifications,
  today,
  locale,
  isPlaceholder,
  onClose,
  onWarnings,
}: {
  id: string;
  loaded: ShiftDraft;
  timeZone: string;
  qualifications: readonly QualificationChoice[];
  today: string;
  locale: string;
  isPlaceholder: boolean;
  onClose: () => void;
  onWarnings: (warnings: readonly string[]) => void;
}) {
  const [before, setBefore] = useState(loaded);
  const [draft, setDraft] = useState(loaded);
  const formId = useId();
  const showToast = useToast();
  const mutation = useMutationAction(saveShift, {
    onDone({ draft: saved, warnings }, { before: earlier, after }) {
      onWarnings(warnings);
      showToast({
        message: 'Shift saved.',
        async undo() {
          const back = withDraftFields(saved, earlier, changedDraftFields(earlier, after));
          const answer = await saveShift({ id, locale, before: saved, after: back });
          return answer.kind === 'done'
            ? 'Shift as before.'
            : answer.kind === 'refusal'
              ? answer.refusal.message
              : 'This could not be undone: others have changed it since.';
        },
      });
      onClose();
    },
  });
  const changed = changedDraftFields(before, draft);
  useWarnBeforeLeaving(changed.length > 0);
  const problems = draftProblems(draft, timeZone, locale);
  const { refusal, theirs } = mutation;
  const idOf = (field: DraftField) => `${formId}-${field}`;
  const save = (from: ShiftDraft, to: ShiftDraft) => mutation.run({ id, locale, before: from, after: to });
  const known = (name: DraftField, value: string) =>
    name === 'qualification'
      ? (qualifications.find(({ code }) => code === value)?.displayName ?? value)
      : value;
  return (
    <form
      className={styles.form}
      aria-label="Change the shift"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (focusUnreadable(event.currentTarget)) return;
        const [first] = problems;
        if (first) document.getElementById(idOf(first.field))?.focus();
        else if (changed.length > 0) save(before, draft);
        else showToast({ message: 'Nothing was changed: there is nothing to save.' });
      }}
    >
      <ShiftFields
        draft={draft}
        onChange={(changes) => setDraft((now) => ({ ...now, ...changes }))}
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
      {theirs && (
        <FieldConflict
          fields={draftFields
            .filter((name) => theirs[name] !== undefined)
            .map((name) => ({
              label: draftLabels[name],
              theirs: known(name, theirs[name]!),
              yours: known(name, draft[name]),
            }))}
          onKeepYours={() => {
            const from = { ...before, ...theirs };
            setBefore(from);
            save(from, draft);
          }}
          onTakeTheirs={() => {
            const from = { ...before, ...theirs };
            const to = { ...draft, ...theirs };
            setBefore(from);
            setDraft(to);
            if (changedDraftFields(from, to).length > 0) save(from, to);
            else onClose();
          }}
        />
      )}
      <MutationProblem mutation={mutation} ownFields={draftFields} />
      <div className={styles.actions}>
        {/* Never disabled: what is being typed may count as a change only once its field is left. */}
        <Button type="submit" loading={mutation.isPending}>
          Save
        </Button>
        <Button variant="default" onClick={onClose}>
          Leave as it is
        </Button>
      </div>
    </form>
  );
}
