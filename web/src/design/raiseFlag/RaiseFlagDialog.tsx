'use client';

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FlagSubject } from '../../../generated/graphql.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { Dialog } from '../Dialog.tsx';
import { useToast } from '../toasts.tsx';
import { raiseFlag } from './raiseFlag.ts';

const fields = ['message'];

/** What is to be looked at, in the words of whoever asks. */
export function RaiseFlagDialog({
  subjectKind,
  subjectId,
  subjectName,
  onClose,
}: {
  subjectKind: FlagSubject;
  subjectId: string;
  subjectName: string;
  onClose: () => void;
}) {
  const [message, setMessage] = useState('');
  const [isTried, setTried] = useState(false);
  const showToast = useToast();
  const mutation = useMutationAction(raiseFlag, {
    onDone() {
      showToast({ message: 'Flag raised. Support staff will look at it.' });
      onClose();
    },
  });
  const isEmpty = message.trim() === '';
  const { refusal } = mutation;
  return (
    <Dialog title={`Flag ${subjectName}`} isUnsaved={!isEmpty} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isEmpty) mutation.run({ subjectKind, subjectId, message: message.trim() });
        }}
      >
        <Textarea
          label="What is to be looked at"
          description="Support staff see the record with it, and their answer stands beside it."
          data-autofocus
          autosize={false}
          rows={5}
          maxLength={4000}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
          error={
            isTried && isEmpty
              ? 'Say what is to be looked at.'
              : refusal?.field === 'message'
                ? refusal.message
                : undefined
          }
        />
        <MutationProblem mutation={mutation} ownFields={fields} />
        <Dialog.Actions>
          <Button type="submit" loading={mutation.isPending}>
            Raise flag
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Dialog.Actions>
      </form>
    </Dialog>
  );
}
