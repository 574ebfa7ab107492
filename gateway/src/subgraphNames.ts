const subgraph = /@join__graph\(name: ("[^"]+"), url: ("[^"]*")\)/g;

/** The addresses that a supergraph itself gives for its subgraphs, by name. */
export function subgraphAddresses(supergraphSdl: string): Record<string, string> {
  return Object.fromEntries(
    [...supergraphSdl.matchAll(subgraph)].map(([, name, url]) => [JSON.parse(name!), JSON.parse(url!)]),
  );
}

/** The names of the subgraphs that a supergraph was composed of. */
export function subgraphNames(supergraphSdl: string): string[] {
  return Object.keys(subgraphAddresses(supergraphSdl));
}
