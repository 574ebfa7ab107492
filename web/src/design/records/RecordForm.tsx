'use client';

import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { FieldConflict } from '../FieldConflict.tsx';
import { useToast } from '../toasts.tsx';
import { useWarnBeforeLeaving } from '../useWarnBeforeLeaving.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { changedNames, type RecordField, type RecordValues } from './recordFields.ts';
import styles from './RecordForm.module.css';
import { RecordInput } from './RecordInput.tsx';
import { focusUnreadable } from '../useTyped.ts';

/** What a form sends: which record, the values it was loaded with, and those it has now. */
export interface SaveInput {
  id: string;
  before: RecordValues;
  after: RecordValues;
}

/**
 * The fields of a record, to be changed in place; saving can be undone, and values that others have changed since are
 * asked about.
 *
 * @param loaded the values as the server has them.
 * @param action saves what differs.
 */
export function RecordForm({
  label,
  id,
  fields,
  loaded,
  action,
}: {
  label: string;
  id: string;
  fields: readonly RecordField[];
  loaded: RecordValues;
  action: (input: SaveInput) => Promise<ActionResult<{ values: RecordValues }>>;
}) {
  const [before, setBefore] = useState(loaded);
  const [values, setValues] = useState(loaded);
  const [taken, setTaken] = useState(0);
  const formId = useId();
  const showToast = useToast();
  const mutation = useMutationAction(action, {
    onDone({ values: saved }, { before: earlier, after }) {
      setBefore(saved);
      // What was typed while it was being saved stays.
      setValues((typed) => ({ ...saved, ...pick(typed, changedNames(after, typed)) }));
      showToast({
        message: 'Saved.',
        undo: async () => {
          const back = { ...saved, ...pick(earlier, changedNames(earlier, after)) };
          const answer = await action({ id, before: saved, after: back });
          if (answer.kind === 'refusal') return answer.refusal.message;
          if (answer.kind !== 'done') return 'This could not be undone: others have changed it since.';
          setBefore(answer.payload.values);
          setValues(answer.payload.values);
          return 'As before.';
        },
      });
    },
  });
  const changed = changedNames(before, values);
  useWarnBeforeLeaving(changed.length > 0);
  const { refusal, theirs } = mutation;
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label ?? name;
  const missing = fields.filter(({ name, isRequired }) => isRequired && values[name]!.trim() === '');
  const save = (from: RecordValues, to: RecordValues) => mutation.run({ id, before: from, after: to });
  const takeIn = (own: RecordValues) => {
    const from = { ...before, ...theirs };
    setBefore(from);
    setValues(own);
    save(from, own);
  };
  return (
    <form
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (focusUnreadable(event.currentTarget)) return;
        if (missing[0]) document.getElementById(`${formId}-${missing[0].name}`)?.focus();
        else if (changed.length > 0) save(before, values);
        else showToast({ message: 'Nothing was changed: there is nothing to save.' });
      }}
    >
      {fields.map((field) => (
        <RecordInput
          // Anew once all was taken back: what is typed and cannot be read stands in the field alone.
          key={`${field.name} ${taken}`}
          field={field}
          id={`${formId}-${field.name}`}
          value={values[field.name]!}
          error={
            missing.includes(field)
              ? 'This cannot be empty.'
              : refusal?.field === field.name
                ? refusal.message
                : undefined
          }
          onChange={(value) => setValues((typed) => ({ ...typed, [field.name]: value }))}
        />
      ))}
      {theirs && (
        <FieldConflict
          fields={Object.keys(theirs).map((name) => ({
            label: labelOf(name),
            theirs: theirs[name]!,
            yours: values[name] ?? '',
          }))}
          onKeepYours={() => takeIn(values)}
          onTakeTheirs={() => takeIn({ ...values, ...theirs })}
        />
      )}
      <MutationProblem mutation={mutation} ownFields={fields.map(({ name }) => name)} />
      <div className={styles.actions}>
        {/* Never disabled: what is being typed may count as a change only once its field is left. */}
        <Button type="submit" loading={mutation.isPending}>
          Save
        </Button>
        {changed.length > 0 && (
          <Button
            variant="default"
            onClick={() => {
              setValues(before);
              setTaken(taken + 1);
            }}
          >
            Take back
          </Button>
        )}
      </div>
    </form>
  );
}

const pick = (values: RecordValues, names: readonly string[]): RecordValues =>
  Object.fromEntries(names.map((name) => [name, values[name]!]));
