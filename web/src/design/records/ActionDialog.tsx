'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Dialog } from '../Dialog.tsx';
import { useToast } from '../toasts.tsx';
import type { ActionResult } from '../../graph/actionResult.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { changedNames, type RecordField, type RecordValues } from './recordFields.ts';
import { RecordInput } from './RecordInput.tsx';
import { focusUnreadable } from '../useTyped.ts';

/** What an action is given by the server, and asks for in its dialog. */
export interface ActionDialogProps {
  verb: string;
  /** What the button says that does nothing. */
  dismiss?: string;
  title: string;
  /** What becomes of it, when that has to be said before. */
  warning?: string;
  fields?: readonly RecordField[];
  /** What the fields begin with. */
  values?: RecordValues;
  /** What is known already, mostly the id of the record. */
  fixed?: RecordValues;
  action: (input: RecordValues) => Promise<ActionResult<{ id?: string }>>;
  /** What the toast says. */
  done: string;
  /** Where to go then; `:id` is the id of the record that was made. */
  goTo?: string;
  onClose: () => void;
}

/** A dialog that does one thing with a record. */
export function ActionDialog({
  verb,
  dismiss = 'Cancel',
  title,
  warning,
  fields = [],
  values: given = {},
  fixed = {},
  action,
  done,
  goTo,
  onClose,
}: ActionDialogProps) {
  const loaded = Object.fromEntries(fields.map((field) => [field.name, given[field.name] ?? '']));
  const [values, setValues] = useState<RecordValues>(loaded);
  const [isTried, setTried] = useState(false);
  const formId = useId();
  const router = useRouter();
  const showToast = useToast();
  const mutation = useMutationAction(action, {
    onDone(payload) {
      showToast({ message: done });
      onClose();
      if (goTo !== undefined) router.push(goTo.replace(':id', payload.id ?? ''));
    },
  });
  const missing = fields.filter(({ name, isRequired }) => isRequired && values[name]!.trim() === '');
  const { refusal } = mutation;
  const errorOf = ({ name }: RecordField) => {
    if (isTried && missing.some((field) => field.name === name)) return 'This is needed.';
    return refusal?.field === name ? refusal.message : undefined;
  };
  return (
    <Dialog title={title} isUnsaved={changedNames(loaded, values).length > 0} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (focusUnreadable(event.currentTarget)) return;
          setTried(true);
          if (missing[0]) document.getElementById(`${formId}-${missing[0].name}`)?.focus();
          else mutation.run({ ...fixed, ...values });
        }}
      >
        {warning && <p>{warning}</p>}
        {fields.map((field, index) => (
          <RecordInput
            key={field.name}
            field={field}
            id={`${formId}-${field.name}`}
            value={values[field.name]!}
            error={errorOf(field)}
            isFirst={index === 0}
            onChange={(value) => setValues((typed) => ({ ...typed, [field.name]: value }))}
          />
        ))}
        <MutationProblem mutation={mutation} ownFields={fields.map(({ name }) => name)} />
        <Dialog.Actions>
          <Button type="submit" loading={mutation.isPending}>
            {verb}
          </Button>
          <Button variant="default" onClick={onClose}>
            {dismiss}
          </Button>
        </Dialog.Actions>
      </form>
    </Dialog>
  );
}
