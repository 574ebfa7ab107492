import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { withEnforcedFeatures } from './access/enforcedFeatures.ts';

/** The schema that clients of a supergraph see: no federation machinery, nothing that is `@inaccessible`. */
export function apiSchemaOf(supergraphSdl: string): GraphQLSchema {
  return Supergraph.build(withEnforcedFeatures(supergraphSdl)).apiSchema().toGraphQLJSSchema();
}
