'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useToast } from '../../design/toasts.tsx';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { createWeek, type PlannedWeek } from './createWeek.ts';
import { undoWeek } from './undoWeek.ts';

/** Creates a week as its plan shows it; what collides is left out, and said on the button. */
export function PlanForm({
  planned,
  total,
  colliding,
  closeHref,
}: {
  planned: Omit<PlannedWeek, 'skipColliding'>;
  total: number;
  colliding: number;
  closeHref: string;
}) {
  const router = useRouter();
  const showToast = useToast();
  const mutation = useMutationAction(createWeek, {
    onDone({ ids, warnings }) {
      const shifts = ids.length === 1 ? '1 shift' : `${ids.length} shifts`;
      showToast({
        message: [`${shifts} created.`, warnings.length > 0 && `${warnings.length} go beyond limits.`]
          .filter(Boolean)
          .join(' '),
        async undo() {
          const { left } = await undoWeek({ ids });
          return left === 0 ? `${shifts} cancelled.` : `${left} of ${shifts} could not be cancelled.`;
        },
      });
      router.push(closeHref, { scroll: false });
    },
  });
  const count = total - colliding;
  return (
    <>
      <MutationProblem mutation={mutation} />
      <div>
        <Button
          disabled={count === 0}
          loading={mutation.isPending}
          onClick={() => mutation.run({ ...planned, skipColliding: colliding > 0 })}
        >
          {colliding > 0
            ? `Leave out ${colliding} and create ${count}`
            : `Create ${count} ${count === 1 ? 'shift' : 'shifts'}`}
        </Button>
      </div>
    </>
  );
}
