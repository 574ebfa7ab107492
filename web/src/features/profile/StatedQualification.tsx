'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StatedQualificationFragment } from '../../../generated/graphql.ts';
import { DayField } from '../../design/DayField.tsx';
import { StatusTag } from '../../design/StatusTag.tsx';
import { useToast } from '../../design/toasts.tsx';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { undoneSentence } from '../../graph/undoneSentence.ts';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { expiryInWords } from './expiryInWords.ts';
import styles from './Qualifications.module.css';
import { removeQualification } from './removeQualification.ts';
import { setQualification } from './setQualification.ts';

/** A qualification that the agent states: until when it holds, changed in place, and taken away. */
export function StatedQualification({
  stated: { id, expiresOn, qualification },
  today,
}: {
  stated: StatedQualificationFragment;
  today: string;
}) {
  const { code, displayName } = qualification;
  // What was chosen stays when it is refused; what others changed comes with the page.
  const [day, setDay] = useState(expiresOn);
  const [known, setKnown] = useState(expiresOn);
  if (known !== expiresOn) {
    setKnown(expiresOn);
    setDay(expiresOn);
  }
  const showToast = useToast();
  const changing = useMutationAction(setQualification, {
    onDone: () =>
      showToast({
        message: `Saved: ${displayName}.`,
        undo: async () =>
          undoneSentence(await setQualification({ code, expiresOn }), `${displayName} as before.`),
      }),
  });
  const removing = useMutationAction(removeQualification, {
    onDone() {
      showToast({
        message: `Removed: ${displayName}.`,
        undo: async () =>
          undoneSentence(await setQualification({ code, expiresOn }), `${displayName} is back.`),
      });
      document.querySelector('h1')?.focus({ preventScroll: true });
    },
  });
  const { tone, word } = expiryInWords(expiresOn, today);
  return (
    <li className={styles.stated}>
      <div>
        <strong>{displayName}</strong> <StatusTag tone={tone}>{word}</StatusTag>
      </div>
      <DayField
        label="Last day"
        aria-label={`Last day of ${displayName}`}
        description="Empty when it does not end"
        value={day}
        onChange={(next) => {
          setDay(next);
          if (next !== expiresOn) changing.run({ code, expiresOn: next });
        }}
        error={changing.refusal?.field === 'expiresOn' ? changing.refusal.message : undefined}
        disabled={!qualification.isKnown}
      />
      <Button
        variant="default"
        aria-label={`Remove ${displayName}`}
        loading={removing.isPending}
        onClick={() => removing.run({ id })}
      >
        Remove
      </Button>
      <MutationProblem mutation={changing} ownFields={['expiresOn']} />
      <MutationProblem mutation={removing} />
    </li>
  );
}
