import type { Viewer } from '@guildhall/kit/viewer';
import type { Logger } from 'pino';
import type { ClientGone } from './clientGone.ts';

/** What accompanies one operation through the gateway. */
export interface GatewayContext {
  viewer: Viewer;
  requestId: string;
  /** Sent with every subgraph call of the operation. */
  subgraphHeaders: Readonly<Record<string, string>>;
  clientGone: ClientGone;
  /** When the operation has to be done, by `performance.now()`. */
  endsAt: number;
  /** Writes the request's id with every line. */
  readonly logger: Logger;
}
