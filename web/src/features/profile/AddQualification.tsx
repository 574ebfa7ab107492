'use client';

import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../design/DayField.tsx';
import { useToast } from '../../design/toasts.tsx';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { undoneSentence } from '../../graph/undoneSentence.ts';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import styles from './Qualifications.module.css';
import { removeQualification } from './removeQualification.ts';
import { setQualification } from './setQualification.ts';
import { focusUnreadable } from '../../design/useTyped.ts';

/** States one more qualification. */
export function AddQualification({
  options,
}: {
  /** Those that the agent does not state yet. */
  options: readonly { value: string; label: string }[];
}) {
  const [code, setCode] = useState('');
  const [expiresOn, setExpiresOn] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const showToast = useToast();
  const mutation = useMutationAction(setQualification, {
    onDone({ id }) {
      setCode('');
      setExpiresOn(null);
      showToast({
        message: 'Qualification added.',
        ...(id !== undefined && {
          undo: async () => undoneSentence(await removeQualification({ id }), 'Qualification removed again.'),
        }),
      });
    },
  });
  const { refusal } = mutation;
  return (
    <form
      className={styles.add}
      aria-label="Add a qualification"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (focusUnreadable(event.currentTarget)) return;
        setMissing(code === '');
        if (code !== '') mutation.run({ code, expiresOn });
      }}
    >
      <NativeSelect
        label="Add a qualification"
        data={[{ value: '', label: 'Choose one' }, ...options]}
        value={code}
        error={
          isMissing ? 'Choose a qualification.' : refusal?.field === 'code' ? refusal.message : undefined
        }
        onChange={(event) => {
          setCode(event.currentTarget.value);
          setMissing(false);
        }}
      />
      <DayField
        label="Its last day"
        description="Empty when it does not end"
        value={expiresOn}
        onChange={setExpiresOn}
        error={refusal?.field === 'expiresOn' ? refusal.message : undefined}
      />
      <Button type="submit" loading={mutation.isPending}>
        Add
      </Button>
      <MutationProblem mutation={mutation} ownFields={['code', 'expiresOn']} />
    </form>
  );
}
