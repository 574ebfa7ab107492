'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { useOptimistic, useState } from 'react';
import type { Preference } from '../../../generated/graphql.ts';
import { useToast } from '../../design/toasts.tsx';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { undoneSentence } from '../../graph/undoneSentence.ts';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import styles from './PreferenceControl.module.css';
import { preferenceLabels } from './preferenceLabels.ts';
import { type Said, sayPreference } from './sayPreference.ts';

const options = [
  { value: '', label: 'Not said' },
  ...Object.entries(preferenceLabels).map(([value, label]) => ({ value, label })),
];

/** What the agent says of a facility, and why: set in place, shown before it is saved, and undone. */
export function PreferenceControl({
  facilityId,
  name,
  said,
}: {
  facilityId: string;
  /** What the facility is called. */
  name: string;
  said: Said;
}) {
  const [shown, show] = useOptimistic(said);
  const [typed, setTyped] = useState<string | null>(null);
  const showToast = useToast();
  const mutation = useMutationAction(sayPreference, {
    optimistic: show,
    onDone(_payload, { reason }) {
      setTyped((text) => (text?.trim() === reason.trim() ? null : text));
      showToast({
        message: `Saved for ${name}.`,
        undo: async () => undoneSentence(await sayPreference({ facilityId, ...said }), `${name} as before.`),
      });
    },
  });
  const saveReason = () => {
    // What is shown may still be on its way to the server.
    if (typed === null || typed.trim() === shown.reason.trim()) return;
    mutation.run({ facilityId, preference: shown.preference, reason: typed });
  };
  return (
    <div className={styles.control}>
      <NativeSelect
        aria-label={`What you say of ${name}`}
        data={options}
        value={shown.preference ?? ''}
        onChange={(event) =>
          mutation.run({
            facilityId,
            preference: (event.currentTarget.value || null) as Preference | null,
            reason: event.currentTarget.value === '' ? '' : (typed ?? shown.reason),
          })
        }
      />
      {shown.preference !== null && (
        <TextInput
          aria-label={`Why, of ${name}`}
          placeholder="Why, if you like"
          maxLength={1000}
          autoComplete="off"
          value={typed ?? shown.reason}
          error={mutation.refusal?.field === 'reason' ? mutation.refusal.message : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={saveReason}
          onKeyDown={(event) => event.key === 'Enter' && saveReason()}
        />
      )}
      <MutationProblem mutation={mutation} ownFields={['reason']} />
    </div>
  );
}
