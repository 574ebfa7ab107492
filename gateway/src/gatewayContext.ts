import type { Span } from '@guildhall/kit/telemetry';
import type { Viewer } from '@guildhall/kit/viewer';
import type { Logger } from 'pino';
import type { ClientGone } from './clientGone.ts';
import type { Trouble } from './trouble.ts';

/** What accompanies one operation through the gateway. */
export interface GatewayContext {
  viewer: Viewer;
  requestId: string;
  /** The program that asks, where it is known. */
  clientId: string | null;
  /** The request's part of a trace; records nothing where nobody traces. */
  span: Span;
  /** What is run and what went wrong, filled in once that is known: Apollo Server copies the context, so that it is one object. */
  readonly operation: { name?: string | undefined; kind?: string; trouble?: Trouble };
  /** Sent with every subgraph call of the operation. */
  subgraphHeaders: Readonly<Record<string, string>>;
  clientGone: ClientGone;
  /** When the operation has to be done, by `performance.now()`. */
  endsAt: number;
  /** Writes the request's id with every line. */
  logger: Logger;
}
