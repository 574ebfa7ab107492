/** What a client saw of one request. */
export type Outcome =
  /** All of the answer. */
  | 'whole'
  /** The part of the service that is well, and errors that name the other and say that it may be tried again. */
  | 'part'
  /** None of the data, and errors that name the services and say that it may be tried again. */
  | 'nothing yet'
  /** A change that the gateway did not send, since the service rests: it may be tried again. */
  | 'not sent'
  /** An error of another code, written behind the colon. */
  | `error: ${string}`
  /** No answer of the gateway: its connection was refused or cut. */
  | `no answer: ${string}`;

/** Clients that ask one after the other request, all of them at once, until they are told to stop. */
export interface Load {
  /** How often each outcome was seen since the load began or {@link Load.forget} was called. */
  readonly counts: Readonly<Record<string, number>>;
  /** Begins to count anew; requests under way belong to what came before, and are not counted. */
  forget(): void;
  /** Waits until something is true of the counts; looks after each request. */
  until(isSo: (counts: Readonly<Record<string, number>>) => boolean): Promise<void>;
  /** Lets the requests under way end; throws what went wrong with the clients themselves. */
  stop(): Promise<Readonly<Record<string, number>>>;
}

/** More requests than any of these loads needs: none goes on for ever. */
const most = 50_000;

/** Starts a load. */
export function startLoad(clients: number, request: () => Promise<Outcome>): Load {
  let counts: Record<string, number> = {};
  let isStopped = false;
  let sent = 0;
  const waiting = new Set<() => void>();
  const working = Promise.all(
    Array.from({ length: clients }, async () => {
      while (!isStopped) {
        if (++sent > most) throw new Error(`The load ends after ${most} requests: ${JSON.stringify(counts)}`);
        const begunWith = counts;
        const outcome = await request();
        if (begunWith === counts) counts[outcome] = (counts[outcome] ?? 0) + 1;
        for (const look of waiting) look();
      }
    }),
  );
  return {
    get counts() {
      return counts;
    },
    forget: () => void (counts = {}),
    until: (isSo) =>
      Promise.race([
        working.then(() => {}),
        new Promise<void>((resolve) => {
          const look = () => {
            if (!isSo(counts)) return;
            waiting.delete(look);
            resolve();
          };
          waiting.add(look);
        }),
      ]),
    async stop() {
      isStopped = true;
      await working;
      return counts;
    },
  };
}
