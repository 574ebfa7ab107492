import { fileURLToPath } from 'node:url';

/** Where the committed supergraph stands. */
export const supergraphFile = fileURLToPath(new URL('../supergraph.graphql', import.meta.url));
