'use client';

import { Button } from '@mantine/core';
import { useToast } from '../../design/toasts.tsx';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { undoneSentence } from '../../graph/undoneSentence.ts';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { claim } from './claim.ts';
import { giveBack } from './giveBack.ts';
import styles from './ShiftActions.module.css';

/**
 * Claims a shift. It is not shown before it is done, since others may be faster.
 *
 * @param name the shift in words: where and when.
 */
export function ClaimShift({ id, startsOn, name }: { id: string; startsOn: string; name: string }) {
  const showToast = useToast();
  const mutation = useMutationAction(claim, {
    onDone() {
      showToast({
        message: `Yours: ${name}.`,
        undo: async () => undoneSentence(await giveBack({ id }), `Given back: ${name}.`),
      });
      // Its row goes, and with it the button that had the focus.
      document.querySelector('h1')?.focus({ preventScroll: true });
    },
  });
  const label = mutation.isPending ? 'Claiming…' : 'Claim';
  return (
    <div className={styles.actions}>
      <Button
        aria-label={`${label} ${name}`}
        aria-disabled={mutation.isPending}
        onClick={() => !mutation.isPending && mutation.run({ id, startsOn })}
      >
        {label}
      </Button>
      <MutationProblem mutation={mutation} />
    </div>
  );
}
