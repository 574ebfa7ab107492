'use client';

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FieldConflict } from '../../design/FieldConflict.tsx';
import { useToast } from '../../design/toasts.tsx';
import { useWarnBeforeLeaving } from '../../design/useWarnBeforeLeaving.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { undoneSentence } from '../../graph/undoneSentence.ts';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import styles from './AgentForm.module.css';
import { agentFieldNames, agentLabels, type AgentValues, changedFields } from './agentValues.ts';
import { saveAgent } from './saveAgent.ts';

/** What agents change of their own profile, in place. */
export function AgentForm({ loaded }: { loaded: AgentValues }) {
  const [before, setBefore] = useState(loaded);
  const [values, setValues] = useState(loaded);
  const showToast = useToast();
  const mutation = useMutationAction(saveAgent, {
    onDone({ values: saved }, { before: earlier, after }) {
      setBefore(saved);
      // What was typed while it was being saved stays.
      setValues((typed) => ({ ...saved, ...pick(typed, changedFields(after, typed)) }));
      showToast({
        message: 'Profile saved.',
        undo: async () => {
          const back = { ...saved, ...pick(earlier, changedFields(earlier, after)) };
          const answer = await saveAgent({ before: saved, after: back });
          if (answer.kind === 'done') {
            setBefore(answer.payload.values);
            setValues(answer.payload.values);
          }
          return undoneSentence(answer, 'Profile as before.');
        },
      });
    },
  });
  const changed = changedFields(before, values);
  useWarnBeforeLeaving(changed.length > 0);
  const { refusal, theirs } = mutation;
  const propsOf = (name: keyof AgentValues) => ({
    label: agentLabels[name],
    value: values[name],
    error: refusal?.field === name ? refusal.message : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((typed) => ({ ...typed, [name]: value }));
    },
  });
  const resolve = (to: AgentValues) => {
    const from = { ...before, ...theirs };
    setBefore(from);
    setValues(to);
    mutation.run({ before: from, after: to });
  };
  return (
    <form
      className={styles.form}
      aria-label="Your profile"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        mutation.run({ before, after: values });
      }}
    >
      <TextInput
        {...propsOf('phone')}
        type="tel"
        autoComplete="tel"
        description="With the country, for example +44 7700 900123"
      />
      <TextInput
        {...propsOf('homeArea')}
        autoComplete="address-level2"
        maxLength={200}
        description="Where you live or like to work"
      />
      {theirs && (
        <FieldConflict
          fields={agentFieldNames
            .filter((name) => theirs[name] !== undefined)
            .map((name) => ({ label: agentLabels[name], theirs: theirs[name]!, yours: values[name] }))}
          onKeepYours={() => resolve(values)}
          onTakeTheirs={() => resolve({ ...values, ...theirs })}
        />
      )}
      <MutationProblem mutation={mutation} ownFields={agentFieldNames} />
      <div className={styles.actions}>
        <Button type="submit" loading={mutation.isPending} disabled={changed.length === 0}>
          Save
        </Button>
        {changed.length > 0 && (
          <Button variant="default" onClick={() => setValues(before)}>
            Take back
          </Button>
        )}
      </div>
    </form>
  );
}

const pick = (values: AgentValues, names: readonly (keyof AgentValues)[]): Partial<AgentValues> =>
  Object.fromEntries(names.map((name) => [name, values[name]]));
