import type { Viewer } from '@guildhall/kit/viewer';
import type { Logger } from 'pino';

/** What accompanies one operation through the gateway. */
export interface GatewayContext {
  viewer: Viewer;
  requestId: string;
  /** Sent with every subgraph call of the operation. */
  subgraphHeaders: Readonly<Record<string, string>>;
  /** Aborted when the client is gone. */
  clientGone: AbortSignal;
  /** When the operation has to be done, by `performance.now()`. */
  endsAt: number;
  /** Writes the request's id with every line. */
  logger: Logger;
}
