'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { remainingTime } from './remainingTime.ts';
import styles from './Countdown.module.css';

/** How long something still lasts, second by second, in a space that stays as it is; once it is over, asks anew. */
export function Countdown({ until }: { until: string }) {
  const router = useRouter();
  const end = new Date(until).getTime();
  // The server does not know when this is seen.
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => {
      setNow(Date.now());
      if (Date.now() < end) return;
      clearInterval(timer);
      router.refresh();
    };
    const timer = setInterval(tick, 1000);
    tick();
    return () => clearInterval(timer);
  }, [end, router]);
  const left = now === null ? null : remainingTime(end, now);
  return (
    <span className={styles.countdown} role="timer">
      {now === null ? '' : left === null ? 'The time is over' : `${left} left`}
    </span>
  );
}
