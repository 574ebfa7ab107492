/** Tells whether a client has gone away, and ends what is done for it alone. */
export interface ClientGone {
  readonly isGone: boolean;
  /** Has something called when the client goes. */
  add(stop: () => void): void;
  delete(stop: () => void): void;
}

/**
 * Makes what {@link ClientGone} describes; several times as cheap as an AbortSignal, of which each request and each
 * subgraph call would need its own.
 *
 * @returns it, and the function that says that the client is gone.
 */
export function createClientGone(): { clientGone: ClientGone; leave: () => void } {
  const stops = new Set<() => void>();
  let isGone = false;
  return {
    clientGone: {
      get isGone() {
        return isGone;
      },
      add: (stop) => void stops.add(stop),
      delete: (stop) => void stops.delete(stop),
    },
    leave() {
      isGone = true;
      for (const stop of stops) stop();
    },
  };
}
