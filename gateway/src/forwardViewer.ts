import { type Viewer, createViewerSigner, viewerHeaders } from '@guildhall/kit/viewer';
import type { JWK } from 'jose';

/** The gateway itself, when it asks a subgraph for its own sake. */
export const gatewayViewer: Viewer = Object.freeze({
  personId: null,
  organisationId: null,
  role: 'gateway',
  scopes: [],
});

/**
 * Makes the hand-over of requests to subgraphs: the viewer as a short-lived signed assertion, the
 * organisation beside it, the request's id. These are all the headers of its own that a subgraph is sent:
 * nothing that a client sent is passed on, under these names or any other.
 *
 * @param viewerKey the private key that only the gateway has.
 * @returns a function to the headers of every subgraph call of one request.
 */
export function createForwardViewer(
  viewerKey: JWK,
): (viewer: Viewer, requestId: string) => Promise<Record<string, string>> {
  const sign = createViewerSigner(viewerKey);
  return async (viewer, requestId) => ({ ...(await sign(viewer)), [viewerHeaders.requestId]: requestId });
}
