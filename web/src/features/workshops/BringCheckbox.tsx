'use client';

import { Checkbox } from '@mantine/core';
import { useOptimistic } from 'react';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { bring } from './bring.ts';

/** Whether one brings a thing, said in place; it goes back when it could not be kept. */
export function BringCheckbox({
  code,
  name,
  label = name,
  isBrought,
}: {
  code: string;
  /** What the thing is called. */
  name: string;
  label?: string;
  isBrought: boolean;
}) {
  const [shown, show] = useOptimistic(isBrought);
  const mutation = useMutationAction(bring, { optimistic: (input) => show(input.isBrought) });
  return (
    <div>
      <Checkbox
        label={label}
        aria-label={label === name ? undefined : `${label}: ${name}`}
        checked={shown}
        onChange={(event) => mutation.run({ code, isBrought: event.currentTarget.checked })}
      />
      <MutationProblem mutation={mutation} />
    </div>
  );
}
