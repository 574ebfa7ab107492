'use client';

import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { CopyButton } from '../../design/CopyButton.tsx';
import { useToast } from '../../design/toasts.tsx';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import styles from './CalendarAddress.module.css';
import { makeAddress } from './makeAddress.ts';
import { revokeAddress } from './revokeAddress.ts';

/**
 * The private calendar address: made, shown once to be copied, and revoked.
 *
 * @param since when the present one was made, in words; null when there is none.
 */
export function CalendarAddress({ since }: { since: string | null }) {
  const [address, setAddress] = useState<string | null>(null);
  const [asks, setAsks] = useState<'replace' | 'revoke' | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const showToast = useToast();
  const making = useMutationAction(makeAddress, {
    onDone(made) {
      setAsks(null);
      setAddress(made.address);
    },
  });
  const revoking = useMutationAction(revokeAddress, {
    onDone() {
      setAsks(null);
      setAddress(null);
      showToast({ message: 'The address is revoked: calendar programs no longer read your shifts.' });
    },
  });
  return (
    <div className={styles.address}>
      <p>
        {since === null
          ? 'You have no calendar address. Make one, and your calendar program shows your shifts and follows their changes.'
          : `Your address was made on ${since}. Whoever has it can read your shifts until you revoke it.`}
      </p>
      {address !== null && since !== null && (
        <div className={styles.shown}>
          <TextInput
            ref={field}
            className={styles.field}
            label="Your calendar address"
            description="Copy it now: it is not shown again."
            value={address}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton text={address} onRefused={() => field.current?.focus()}>
            Copy
          </CopyButton>
        </div>
      )}
      {asks === null ? (
        <div className={styles.buttons}>
          {since === null ? (
            <Button loading={making.isPending} onClick={() => making.run(undefined)}>
              Make an address
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={() => setAsks('replace')}>
                Make a new one
              </Button>
              <Button variant="default" onClick={() => setAsks('revoke')}>
                Revoke
              </Button>
            </>
          )}
        </div>
      ) : (
        <div className={styles.question} role="alertdialog" aria-label="Are you sure?">
          <p>
            {asks === 'revoke'
              ? 'Calendar programs that use the address stop showing your shifts. It cannot be brought back.'
              : 'The present address stops working: programs that use it need the new one.'}
          </p>
          <div className={styles.buttons}>
            <Button
              autoFocus
              loading={asks === 'revoke' ? revoking.isPending : making.isPending}
              onClick={() => (asks === 'revoke' ? revoking : making).run(undefined)}
            >
              {asks === 'revoke' ? 'Revoke the address' : 'Make a new address'}
            </Button>
            <Button variant="default" onClick={() => setAsks(null)}>
              Keep it
            </Button>
          </div>
        </div>
      )}
      <MutationProblem mutation={making} />
      <MutationProblem mutation={revoking} />
    </div>
  );
}
