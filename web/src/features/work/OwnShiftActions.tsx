'use client';

import { Button } from '@mantine/core';
import { useToast } from '../../design/toasts.tsx';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { undoneSentence } from '../../graph/undoneSentence.ts';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { claim } from './claim.ts';
import { giveBack } from './giveBack.ts';
import { offer } from './offer.ts';
import styles from './ShiftActions.module.css';
import { withdrawOffer } from './withdrawOffer.ts';

/**
 * What agents do with a coming shift of theirs: give it back, offer it to others, take the offer back.
 *
 * @param name the shift in words: where and when.
 * @param deadline until when it can or could be given back, in words.
 */
export function OwnShiftActions({
  id,
  startsOn,
  name,
  isOffered,
  canGiveBack,
  deadline,
}: {
  id: string;
  startsOn: string;
  name: string;
  isOffered: boolean;
  canGiveBack: boolean;
  deadline: string;
}) {
  const showToast = useToast();
  const returning = useMutationAction(giveBack, {
    onDone() {
      showToast({
        message: `Given back: ${name}.`,
        undo: async () => undoneSentence(await claim({ id, startsOn }), `Yours again: ${name}.`),
      });
      document.querySelector('h1')?.focus({ preventScroll: true });
    },
  });
  const offering = useMutationAction(offer, {
    onDone: () =>
      showToast({
        message: `Offered to others: ${name}. It is yours until one takes it.`,
        undo: async () => undoneSentence(await withdrawOffer({ id }), `No longer offered: ${name}.`),
      }),
  });
  const withdrawing = useMutationAction(withdrawOffer, {
    onDone: () =>
      showToast({
        message: `No longer offered: ${name}.`,
        undo: async () => undoneSentence(await offer({ id }), `Offered to others: ${name}.`),
      }),
  });
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        {canGiveBack && (
          <Button
            variant="default"
            aria-label={`Give back ${name}`}
            loading={returning.isPending}
            onClick={() => returning.run({ id })}
          >
            Give back
          </Button>
        )}
        {isOffered ? (
          <Button
            variant="default"
            aria-label={`Keep it: no longer offer ${name}`}
            loading={withdrawing.isPending}
            onClick={() => withdrawing.run({ id })}
          >
            Keep it
          </Button>
        ) : (
          <Button
            variant="default"
            aria-label={`Offer to others: ${name}`}
            loading={offering.isPending}
            onClick={() => offering.run({ id })}
          >
            Offer to others
          </Button>
        )}
      </div>
      <p className={styles.deadline}>{deadline}</p>
      <MutationProblem mutation={returning} />
      <MutationProblem mutation={offering} />
      <MutationProblem mutation={withdrawing} />
    </div>
  );
}
