'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { sentenceOf } from '../design/sentenceOf.ts';
import styles from './MutationProblem.module.css';
import type { MutationAction } from './useMutationAction.ts';

/**
 * Why a mutation was not done, beside the controls that ran it: the refusal in its own words, or what happened and how
 * to go on. What was typed stays.
 *
 * @param ownFields fields of the form that show a refusal of theirs themselves.
 */
export function MutationProblem<Input>({
  mutation: { refusal, trouble, again, isPending },
  ownFields = [],
}: {
  mutation: MutationAction<Input>;
  ownFields?: readonly string[];
}) {
  const pathname = usePathname();
  if (refusal && !(refusal.field !== undefined && ownFields.includes(refusal.field))) {
    return (
      <p className={`${styles.problem} ${styles.refusal}`} role="alert">
        {refusal.message}
        {refusal.next && (
          <>
            {' '}
            <Link href={refusal.next.href} prefetch={false}>
              {refusal.next.label}
            </Link>
          </>
        )}
      </p>
    );
  }
  if (!trouble) return null;
  return (
    <div className={styles.problem} role="alert">
      <p>
        {sentenceOf(trouble)} What you typed is still here.
        {'requestId' in trouble && trouble.requestId && (
          <span className={styles.request}> Request {trouble.requestId}</span>
        )}
      </p>
      {trouble.kind === 'signedOut' ? (
        <a
          href={`/auth/sign-in?to=/signed-in&for=${encodeURIComponent(pathname)}`}
          target="_blank"
          rel="opener"
        >
          Sign in in a new tab
        </a>
      ) : (
        <Button variant="default" loading={isPending} onClick={again}>
          Try again
        </Button>
      )}
    </div>
  );
}
