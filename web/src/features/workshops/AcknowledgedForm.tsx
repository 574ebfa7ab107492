'use client';

import { Button, Checkbox } from '@mantine/core';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { RequirementFactsFragment } from '../../../generated/graphql.ts';
import { useToast } from '../../design/toasts.tsx';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import { acceptSeat } from './acceptSeat.ts';
import { acknowledge } from './acknowledge.ts';
import { type AcknowledgedAction, isRequirementsChanged } from './acknowledgement.ts';
import styles from './AcknowledgedForm.module.css';
import { bringControl } from './bringControl.tsx';
import { RequirementLines } from './RequirementLines.tsx';
import { requirementsSince } from './requirementsSince.ts';
import { signUp } from './signUp.ts';

const actions = { signUp, acceptSeat, acknowledge } satisfies Record<string, AcknowledgedAction>;

/**
 * What participants need, to be acknowledged before something is done with it. When the requirements have changed since
 * the page was loaded, they are shown anew with what is new, and acknowledged anew.
 *
 * @param does what is done once they are acknowledged.
 * @param seen the requirements that the person acknowledged before; null for somebody who has not yet.
 * @param verb what the button says.
 * @param done what the toast says.
 */
export function AcknowledgedForm({
  workshopId,
  does,
  requirements: loaded,
  version: loadedVersion,
  seen,
  isAcknowledged = false,
  verb,
  pending,
  done,
  beside,
}: {
  workshopId: string;
  does: keyof typeof actions;
  requirements: readonly RequirementFactsFragment[];
  version: number;
  seen: readonly RequirementFactsFragment[] | null;
  /** Whether the person has acknowledged just these already. */
  isAcknowledged?: boolean;
  verb: string;
  pending: string;
  done: string;
  /** What can be done instead. */
  beside?: ReactNode;
}) {
  const boxId = useId();
  const showToast = useToast();
  const [ticked, setTicked] = useState<number | null>(null);
  const [isTried, setTried] = useState(false);
  const mutation = useMutationAction(actions[does], {
    onDone() {
      showToast({ message: done });
      // What stood here is another thing now.
      document.querySelector('h1')?.focus({ preventScroll: true });
    },
  });
  const { refusal } = mutation;
  // What the refusal brought, unless the page has been loaded anew since.
  const changed =
    refusal && isRequirementsChanged(refusal) && refusal.requirementsVersion > loadedVersion ? refusal : null;
  const version = changed?.requirementsVersion ?? loadedVersion;
  const { requirements, gone } = requirementsSince(
    changed?.requirements ?? loaded,
    changed && !seen ? loaded : seen,
  );
  const needsTick = requirements.length > 0 && (changed !== null || !isAcknowledged);
  const isTicked = ticked === version;
  const musts = requirements.filter(({ level }) => level === 'MUST').length;
  return (
    <form
      className={styles.form}
      aria-label={verb}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (needsTick && !isTicked) document.getElementById(boxId)?.focus();
        else if (!mutation.isPending) {
          setTried(false);
          mutation.run({ id: workshopId, requirementsVersion: version });
        }
      }}
    >
      {requirements.length + gone.length > 0 ? (
        <RequirementLines requirements={requirements} gone={gone} controlOf={bringControl} />
      ) : (
        <p>There is nothing that you have to bring or know.</p>
      )}
      <MutationProblem mutation={mutation} />
      {needsTick && (
        <Checkbox
          id={boxId}
          label={acknowledgementWords(musts, requirements.length - musts)}
          checked={isTicked}
          error={isTried && !isTicked && 'Tick this first: whoever comes has to know what is needed.'}
          onChange={(event) => setTicked(event.currentTarget.checked ? version : null)}
        />
      )}
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={mutation.isPending}>
          {mutation.isPending ? pending : verb}
        </Button>
        {beside}
      </div>
    </form>
  );
}

/** What somebody acknowledges by a tick. */
function acknowledgementWords(musts: number, shoulds: number): string {
  const parts = [
    musts > 0 && `the ${musts === 1 ? 'one thing' : `${musts} things`} that I must have`,
    shoulds > 0 && `the ${shoulds === 1 ? 'one' : shoulds} that I should have`,
  ].filter(Boolean);
  return `I have seen what is needed: ${parts.join(', and ')}.`;
}
