/** Why there is nothing to show, as far as a person has to know. */
export type Trouble =
  /** Nobody is signed in any more. */
  | { kind: 'signedOut' }
  /** What was asked for is not for this role. */
  | { kind: 'refused'; requestId: string }
  /** A service does not answer; null when it is the graph itself. */
  | { kind: 'unavailable'; service: string | null; requestId: string }
  /** Too much was asked, or too often; the message says what and what to do. */
  | { kind: 'limit'; message: string; requestId: string }
  /** A bug of ours, found in the logs by the request id. */
  | { kind: 'failed'; requestId: string };

/** What came of an operation. `down` names services that did not answer, whose fields are null. */
export type Outcome<Data> = { kind: 'data'; data: Data; down: readonly string[] } | Trouble;
