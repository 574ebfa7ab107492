'use client';

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FlagStatus } from '../../../generated/graphql.ts';
import { useToast } from '../../design/toasts.tsx';
import { useWarnBeforeLeaving } from '../../design/useWarnBeforeLeaving.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { answerFlag } from './answerFlag.ts';
import styles from './FlagCard.module.css';
import { releaseFlag } from './releaseFlag.ts';
import { reopenFlag } from './reopenFlag.ts';
import { takeFlag } from './takeFlag.ts';

const fields = ['answer'];

/** What support staff can do with a flag, where it stands. */
export function FlagActions({ id, status }: { id: string; status: FlagStatus }) {
  const [answer, setAnswer] = useState('');
  const [isTried, setTried] = useState(false);
  const showToast = useToast();
  const told = (message: string) => ({ onDone: () => showToast({ message }) });
  const taking = useMutationAction(takeFlag, told('The flag is yours.'));
  const releasing = useMutationAction(releaseFlag, told('The flag is open for others.'));
  const reopening = useMutationAction(reopenFlag, told('The flag is open again.'));
  const answering = useMutationAction(answerFlag, {
    onDone: () => {
      setAnswer('');
      showToast({ message: 'Answered. Whoever raised it sees the answer.' });
    },
  });
  useWarnBeforeLeaving(answer.trim() !== '');
  if (status === 'OPEN') {
    return (
      <>
        <div className={styles.actions}>
          <Button loading={taking.isPending} onClick={() => taking.run({ id })}>
            Take it
          </Button>
        </div>
        <MutationProblem mutation={taking} />
      </>
    );
  }
  if (status === 'ANSWERED') {
    return (
      <>
        <div className={styles.actions}>
          <Button variant="default" loading={reopening.isPending} onClick={() => reopening.run({ id })}>
            Reopen
          </Button>
        </div>
        <MutationProblem mutation={reopening} />
      </>
    );
  }
  const isEmpty = answer.trim() === '';
  return (
    <form
      className={styles.form}
      aria-label="Answer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isEmpty) answering.run({ id, answer: answer.trim() });
      }}
    >
      <Textarea
        label="Answer"
        rows={3}
        maxLength={4000}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
        error={
          isTried && isEmpty && !answering.isPending
            ? 'Say what came of it.'
            : answering.refusal?.field === 'answer'
              ? answering.refusal.message
              : undefined
        }
      />
      <MutationProblem mutation={answering} ownFields={fields} />
      <MutationProblem mutation={releasing} />
      <div className={styles.actions}>
        <Button type="submit" loading={answering.isPending}>
          Send the answer
        </Button>
        <Button variant="default" loading={releasing.isPending} onClick={() => releasing.run({ id })}>
          Release
        </Button>
      </div>
    </form>
  );
}
