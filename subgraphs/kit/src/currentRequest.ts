import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span, Telemetry } from './telemetry.ts';
import type { Viewer } from './viewer.ts';

/** The span of a request, and where more of them are begun. */
export interface Tracing {
  readonly telemetry: Telemetry;
  readonly span: Span;
}

/** The request that the running code works for, as the database is told it. */
export interface CurrentRequest {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** What the request has cost so far; the same object for all that runs on its behalf. */
  readonly cost: { statements: number; rows: number };
  /** The trace that statements become part of, when there is one. */
  readonly tracing?: Tracing | undefined;
  /** Whether an interactive transaction is open. */
  readonly inTransaction: boolean;
}

/** Follows a request through everything it awaits. Only kit/database writes it. */
export const currentRequest = new AsyncLocalStorage<CurrentRequest>();
