'use client';

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useToast } from '../../design/toasts.tsx';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { deleteTemplate } from './deleteTemplate.ts';
import styles from './planning.module.css';
import { saveTemplate } from './saveTemplate.ts';

/** Keeps the shifts of a week as a template, under a name. */
export function TemplateForm({ facilityId, week }: { facilityId: string; week: string }) {
  const [name, setName] = useState('');
  const showToast = useToast();
  const mutation = useMutationAction(saveTemplate, {
    onDone({ rotaTemplate }) {
      setName('');
      showToast({
        message: `Template “${rotaTemplate.name}” saved.`,
        async undo() {
          const answer = await deleteTemplate({ id: rotaTemplate.id });
          return answer.kind === 'done' ? 'Template deleted.' : 'This could not be undone.';
        },
      });
    },
  });
  const { refusal } = mutation;
  return (
    <form
      className={styles.form}
      aria-label="Save this week as a template"
      onSubmit={(event) => {
        event.preventDefault();
        mutation.run({ facilityId, name, week });
      }}
    >
      <TextInput
        label="Save this week as a template named"
        autoComplete="off"
        maxLength={200}
        value={name}
        error={refusal?.field === 'name' ? refusal.message : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <MutationProblem mutation={mutation} ownFields={['name']} />
      <div>
        <Button type="submit" variant="default" disabled={name.trim() === ''} loading={mutation.isPending}>
          Save as template
        </Button>
      </div>
    </form>
  );
}
