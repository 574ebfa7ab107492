'use client';

import { useCallback, useEffect, useRef, useState, useTransition } from 'react';
import type { ActionResult, Refusal } from './actionResult.ts';
import type { Trouble } from './outcome.ts';
import { signInChannel } from './signInChannel.ts';

/** How a mutation stands, and how to run it. */
export interface MutationAction<Input> {
  run(input: Input): void;
  /** Runs it again with what it was run with last, for example after signing in again. */
  again(): void;
  readonly isPending: boolean;
  /** Why it was refused, until it is run again. */
  readonly refusal: Refusal | null;
  readonly trouble: Trouble | null;
  /** What others have changed since the form was loaded. */
  readonly theirs: Readonly<Record<string, string>> | null;
}

/**
 * Runs a server action and keeps what became of it beside the controls that ran it.
 *
 * `optimistic` is called within the transition, for the `useOptimistic` of the caller: what it shows stands until the
 * page has been refreshed, and goes back by itself when the action is refused. Once somebody has signed in in another
 * tab, an action that found nobody signed in is run again.
 */
export function useMutationAction<Input, Payload>(
  action: (input: Input) => Promise<ActionResult<Payload>>,
  {
    onDone,
    optimistic,
  }: { onDone?: (payload: Payload, input: Input) => void; optimistic?: (input: Input) => void } = {},
): MutationAction<Input> {
  const [isPending, start] = useTransition();
  const [result, setResult] = useState<ActionResult<Payload> | null>(null);
  const last = useRef<{ input: Input } | null>(null);
  const handlers = useRef({ onDone, optimistic });
  useEffect(() => {
    handlers.current = { onDone, optimistic };
  });

  const run = useCallback(
    (input: Input) => {
      last.current = { input };
      start(async () => {
        handlers.current.optimistic?.(input);
        const answer = await action(input).catch(
          // The server of the pages itself was not reached.
          (): ActionResult<Payload> => ({
            kind: 'trouble',
            trouble: { kind: 'unavailable', service: null, requestId: '' },
          }),
        );
        start(() => {
          setResult(answer);
          if (answer.kind === 'done') handlers.current.onDone?.(answer.payload, input);
        });
      });
    },
    [action],
  );
  const again = useCallback(() => {
    if (last.current) run(last.current.input);
  }, [run]);

  const trouble = result?.kind === 'trouble' ? result.trouble : null;
  const isSignedOut = trouble?.kind === 'signedOut';
  useEffect(() => {
    if (!isSignedOut) return;
    const channel = new BroadcastChannel(signInChannel);
    channel.onmessage = again;
    return () => channel.close();
  }, [isSignedOut, again]);

  return {
    run,
    again,
    isPending,
    refusal: result?.kind === 'refusal' ? result.refusal : null,
    trouble,
    theirs: result?.kind === 'conflict' ? result.theirs : null,
  };
}
