'use client';

import { useEffect } from 'react';
import { signInChannel } from './signInChannel.ts';

/** Tells the other tabs of this browser that somebody has signed in, and closes this one. */
export function TellSignedIn() {
  useEffect(() => {
    const channel = new BroadcastChannel(signInChannel);
    channel.postMessage('signed in');
    channel.close();
    window.close();
  }, []);
  return null;
}
