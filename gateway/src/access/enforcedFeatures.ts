/** The security features of federation that the gateway enforces itself: Apollo's refuses what it does not know. */
const enforced =
  /@link\(url: "https:\/\/specs\.apollo\.dev\/(authenticated|requiresScopes|policy)\/v0\.1"([^)]*)\)/g;

/**
 * The supergraph as `ApolloGateway` takes it: the features that Guildhall enforces by its own rules are no
 * longer marked `for: SECURITY`. Every other security feature stays marked, so that Apollo's gateway
 * refuses a supergraph whose protection nobody would enforce.
 *
 * @throws Error when one of the directives is renamed, since the rules are read by their own names.
 */
export function withEnforcedFeatures(supergraphSdl: string): string {
  return supergraphSdl.replace(enforced, (_link, feature: string, rest: string) => {
    if (/\bas:/.test(rest)) {
      throw new Error(
        `The supergraph renames @${feature}, so its rules would not be found: import it by its own name.`,
      );
    }
    return `@link(url: "https://specs.apollo.dev/${feature}/v0.1")`;
  });
}
