/** An object of JSON, whatever its keys are. */
export type JsonObject = { [key: string]: unknown };

/** Whether a value of JSON is an object, and neither a list nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What an object of JSON holds under a name. Names come from clients and subgraphs: what every object inherits, such
 * as `constructor`, is not taken for a value. All of that are functions, which JSON has none of, but for `__proto__`,
 * which is kept out where names come in.
 */
export function own(object: JsonObject, name: string): unknown {
  const value = object[name];
  return typeof value === 'function' ? undefined : value;
}

/**
 * Merges what a subgraph answered into what is known, in place: objects field by field, lists of the same length
 * element by element, everything else by replacing it. `__proto__` is left out: as a key it would change prototypes.
 */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined || key === '__proto__') continue;
    const known = own(target, key);
    if (isJsonObject(known) && isJsonObject(value)) mergeInto(known, value);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length) {
      mergeLists(known, value);
    } else target[key] = value;
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (let i = 0; i < source.length; i += 1) {
    const [known, value] = [target[i], source[i]];
    if (isJsonObject(known) && isJsonObject(value)) mergeInto(known, value);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length) {
      mergeLists(known, value);
    } else target[i] = value;
  }
}

/** A copy that shares nothing with the original. */
export function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (!isJsonObject(value)) return value;
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) if (key !== '__proto__') copy[key] = copyOf(value[key]);
  return copy as Value;
}
