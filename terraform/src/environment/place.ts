import type { Cluster } from './cluster.ts';
import type { Endpoints } from './endpoints.ts';
import type { Images } from './images.ts';
import type { Keys } from './keys.ts';
import type { Network } from './network.ts';
import type { Site } from './site.ts';

/** What every task stands in. */
export interface Place {
  readonly site: Site;
  readonly network: Network;
  readonly endpoints: Endpoints;
  readonly cluster: Cluster;
  readonly keys: Keys;
  readonly images: Images;
}
