'use client';

import { useEffect } from 'react';
import { type EarlyChanges, isHeard, replayChange } from './earlyChanges.ts';

/** How long parts of a page whose scripts come late are waited for. */
const patience = 15_000;

/** Tells the app what was changed and sent before its scripts were there. */
export function ReplayEarlyChanges() {
  useEffect(() => {
    const early = (window as { guildhallEarly?: EarlyChanges }).guildhallEarly;
    if (!early) return;
    early.stop();
    const until = performance.now() + patience;
    let frame: number;
    const replay = () => {
      for (const [field, value] of early.changed) {
        if (field.isConnected && !isHeard(field)) continue;
        early.changed.delete(field);
        if (field.isConnected) replayChange(field, value);
      }
      for (const form of early.sent) {
        if (form.isConnected && !isHeard(form)) continue;
        early.sent.delete(form);
        if (form.isConnected) form.requestSubmit();
      }
      const isDone = early.changed.size + early.sent.size === 0;
      if (!isDone && performance.now() < until) frame = requestAnimationFrame(replay);
    };
    replay();
    return () => cancelAnimationFrame(frame);
  }, []);
  return null;
}
