'use client';

import { Button } from '@mantine/core';
import { Notice } from '../design/Notice.tsx';

/** For bugs alone: what a person has to know of is an outcome, see TroubleState. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Notice title="Something went wrong on our side">
      <p>Nothing was changed by this. If it persists, report it with this code: {error.digest ?? 'none'}.</p>
      <Button onClick={reset}>Try again</Button>
    </Notice>
  );
}
