import { type ConstDirectiveNode, Kind, parse, valueFromASTUntyped } from 'graphql';

/** The domain that answers each field of Query and Mutation, by coordinate, as a supergraph tells it. */
export function rootFieldDomains(supergraphSdl: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const domains = new Map<string, string>();
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const argumentOf = (
    directives: readonly ConstDirectiveNode[] | undefined,
    directive: string,
    argument: string,
  ): unknown => {
    const value = directives
      ?.find(({ name }) => name.value === directive)
      ?.arguments?.find(({ name }) => name.value === argument)?.value;
    return value && valueFromASTUntyped(value);
  };
  for (const definition of definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { name, directives } of definition.values ?? []) {
      names.set(name.value, String(argumentOf(directives, 'join__graph', 'name')));
    }
  }
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const type = definition.name.value;
    if (type !== 'Query' && type !== 'Mutation') continue;
    for (const { name, directives } of definition.fields ?? []) {
      // A graph of one service alone may leave it out.
      const graph = String(argumentOf(directives, 'join__field', 'graph') ?? [...names.keys()][0]);
      domains.set(`${type}.${name.value}`, names.get(graph) ?? graph);
    }
  }
  return domains;
}
