'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';

/** Asks for the page again and keeps everything else as it is. */
export function TryAgain() {
  const router = useRouter();
  const [isPending, start] = useTransition();
  return (
    <Button variant="default" loading={isPending} onClick={() => start(() => router.refresh())}>
      Try again
    </Button>
  );
}
