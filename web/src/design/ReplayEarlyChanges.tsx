'use client';

import { useEffect } from 'react';
import { type EarlyChanges, isHeard, replayChange } from './earlyChanges.ts';

/** How long parts of a page whose scripts come late are waited for, and how often they are looked at. */
const [patience, pause] = [15_000, 50];

/** Tells the app what was changed, sent and pressed before its scripts were there. */
export function ReplayEarlyChanges() {
  useEffect(() => {
    const early = (window as { guildhallEarly?: EarlyChanges }).guildhallEarly;
    if (!early) return;
    const until = performance.now() + patience;
    let timer: ReturnType<typeof setTimeout>;
    const replay = () => {
      const { pressed } = early;
      // What was changed before is known by now.
      if (pressed && early.changed.size === 0 && (!pressed.isConnected || isHeard(pressed))) {
        early.pressed = null;
        pressed.click();
      }
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
      if (performance.now() < until) timer = setTimeout(replay, pause);
      else early.stop();
    };
    replay();
    return () => clearTimeout(timer);
  }, []);
  return null;
}
