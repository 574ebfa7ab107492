'use client';

import { Button } from '@mantine/core';
import { useToast } from '../../design/toasts.tsx';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { acceptInvitation } from './acceptInvitation.ts';
import { declineInvitation } from './declineInvitation.ts';
import styles from './InvitationActions.module.css';
import { markAvailable } from './markAvailable.ts';

/** What somebody can say who is asked to organize a workshop, or said that they cannot at present. */
export function InvitationActions({
  id,
  status,
  title,
}: {
  id: string;
  status: 'INVITED' | 'UNAVAILABLE';
  /** What the workshop is called. */
  title: string;
}) {
  const showToast = useToast();
  const tell = (message: string) => ({
    onDone() {
      showToast({ message });
      document.querySelector('h1')?.focus({ preventScroll: true });
    },
  });
  const accepting = useMutationAction(acceptInvitation, tell(`You organize it now: ${title}.`));
  const declining = useMutationAction(declineInvitation, tell(`Declined: ${title}.`));
  const returning = useMutationAction(markAvailable, tell(`You organize it again: ${title}.`));
  return (
    <div className={styles.invitation}>
      {status === 'INVITED' ? (
        <>
          <p>
            You are asked to organize this workshop. If you accept, you can do all that its organizers can.
          </p>
          <div className={styles.buttons}>
            <Button
              aria-label={`Accept to organize ${title}`}
              loading={accepting.isPending}
              onClick={() => accepting.run({ id })}
            >
              Accept
            </Button>
            <Button
              variant="default"
              aria-label={`Decline to organize ${title}`}
              loading={declining.isPending}
              onClick={() => declining.run({ id })}
            >
              Decline
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>You have said that you cannot organize this workshop at present.</p>
          <div className={styles.buttons}>
            <Button
              aria-label={`I can again: organize ${title}`}
              loading={returning.isPending}
              onClick={() => returning.run({ id })}
            >
              I can again
            </Button>
          </div>
        </>
      )}
      {[accepting, declining, returning].map((mutation, index) => (
        <MutationProblem key={index} mutation={mutation} />
      ))}
    </div>
  );
}
