import type { Viewer } from '@guildhall/kit/viewer';

/** Who asks. */
export interface Caller {
  viewer: Viewer;
  /** The program that asks for them: an access token's client, or an API key's id; null for the anonymous. */
  clientId: string | null;
}
