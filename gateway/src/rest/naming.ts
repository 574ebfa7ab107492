import pluralize from 'pluralize';

/** The words of a name in camel case, in lower case: `rotaPlanFromWeek` becomes `rota`, `plan`, `from`, `week`. */
export function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[0-9]+/g) ?? [name]).map((word) => word.toLowerCase());
}

/** A name as it stands in an address: `giveBack` becomes `give-back`. */
export function kebab(name: string): string {
  return wordsOf(name).join('-');
}

/** The part of addresses that a type has: `RotaTemplate` becomes `rota-templates`, `Person` becomes `people`. */
export function collectionOf(typeName: string): string {
  return kebab(pluralize(typeName));
}

/** A name with a capital at the start. */
export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
