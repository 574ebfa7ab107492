'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import formStyles from '../../design/records/RecordForm.module.css';
import { RecordInput } from '../../design/records/RecordInput.tsx';
import { changedNames, type RecordField, type RecordValues } from '../../design/records/recordFields.ts';
import { useToast } from '../../design/toasts.tsx';
import { useWarnBeforeLeaving } from '../../design/useWarnBeforeLeaving.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { addWorkshop } from './addWorkshop.ts';
import { workshopFields } from './workshopValues.ts';
import { focusUnreadable } from '../../design/useTyped.ts';

const fields: readonly RecordField[] = [
  ...workshopFields,
  { name: 'organizer', label: 'Who is asked to organize it', kind: 'record', of: 'people' },
];

/** The form of a new workshop, which begins with the day and the zone of the institute. */
export function NewWorkshopForm({ today, timeZone }: { today: string; timeZone: string }) {
  const formId = useId();
  const router = useRouter();
  const showToast = useToast();
  const [empty] = useState<RecordValues>(() => ({
    ...Object.fromEntries(fields.map(({ name }) => [name, ''])),
    startDay: today,
    endDay: today,
    timeZone,
    capacity: '20',
    offerHours: '24',
  }));
  const [values, setValues] = useState(empty);
  const [isTried, setTried] = useState(false);
  const [isDone, setDone] = useState(false);
  const mutation = useMutationAction(addWorkshop, {
    onDone({ id }) {
      setDone(true);
      showToast({ message: 'The draft is made.' });
      router.push(`/w/${id}/organize/requirements`);
    },
  });
  useWarnBeforeLeaving(!isDone && changedNames(empty, values).length > 0);
  const missing = fields.filter(({ name, isRequired }) => isRequired && values[name]!.trim() === '');
  const { refusal } = mutation;
  return (
    <form
      className={formStyles.form}
      aria-label="New workshop"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (focusUnreadable(event.currentTarget)) return;
        setTried(true);
        if (missing[0]) document.getElementById(`${formId}-${missing[0].name}`)?.focus();
        else mutation.run(values);
      }}
    >
      {fields.map((field) => (
        <RecordInput
          key={field.name}
          field={field}
          id={`${formId}-${field.name}`}
          value={values[field.name]!}
          error={
            isTried && missing.includes(field)
              ? 'This is needed.'
              : refusal?.field === field.name
                ? refusal.message
                : undefined
          }
          onChange={(value) => setValues((typed) => ({ ...typed, [field.name]: value }))}
        />
      ))}
      <MutationProblem mutation={mutation} ownFields={fields.map(({ name }) => name)} />
      <div className={formStyles.actions}>
        <Button type="submit" loading={mutation.isPending}>
          Make the draft
        </Button>
      </div>
    </form>
  );
}
