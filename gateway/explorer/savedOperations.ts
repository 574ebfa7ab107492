/** An operation that a person keeps under a name, in this browser. */
export interface SavedOperation {
  name: string;
  query: string;
  variables: string;
}

const place = 'guildhall.explorer.saved';

/** The saved operations, by name. What another program has put in their place counts as none. */
export function readSaved(storage: Storage = localStorage): SavedOperation[] {
  return parseSaved(storage.getItem(place) ?? '[]') ?? [];
}

export function writeSaved(operations: readonly SavedOperation[], storage: Storage = localStorage): void {
  storage.setItem(place, JSON.stringify(operations));
}

/** Operations out of the text of an exported file; null when it is none. */
export function parseSaved(text: string): SavedOperation[] | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(given) || !given.every(isSaved)) return null;
  return given.map(({ name, query, variables }) => ({ name, query, variables }));
}

/** The operations with others added; one of a name replaces another of that name. */
export function withOperations(
  known: readonly SavedOperation[],
  ...added: readonly SavedOperation[]
): SavedOperation[] {
  const byName = new Map([...known, ...added].map((operation) => [operation.name, operation]));
  return [...byName.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** An operation as the fragment of an address: it never reaches a server, and so no log. */
export function toFragment({ query, variables }: Omit<SavedOperation, 'name'>): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ query, variables }));
  return `#${btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')}`;
}

/** The operation in the fragment of an address; null when there is none. */
export function fromFragment(fragment: string): Omit<SavedOperation, 'name'> | null {
  try {
    const text = atob(fragment.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
    const given: unknown = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0))),
    );
    return isSaved({ ...(given as object), name: '' }) ? (given as SavedOperation) : null;
  } catch {
    return null;
  }
}

function isSaved(given: unknown): given is SavedOperation {
  const { name, query, variables } = (given ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && typeof query === 'string' && typeof variables === 'string';
}
