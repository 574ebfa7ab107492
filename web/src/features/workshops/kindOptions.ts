/** A kind of requirement, as the reference data has it. */
interface Kind {
  readonly code: string;
  readonly displayName: string;
  readonly isKnown: boolean;
  readonly parents: readonly { readonly code: string }[];
}

/** Kinds of requirements to choose of, set in by what they stand under. */
export const kindOptions = (kinds: readonly Kind[]): { value: string; label: string }[] =>
  kinds
    .filter(({ isKnown }) => isKnown)
    .map(({ code, displayName, parents }) => ({
      value: code,
      label: `${'\u2003'.repeat(parents.length)}${displayName}`,
    }));
