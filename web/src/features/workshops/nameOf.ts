/** What a person is called, also one that was deleted, or of whom the graph does not tell at the moment. */
export const nameOf = (person: { readonly name: string } | null): string =>
  person?.name ?? 'Somebody no longer known';
