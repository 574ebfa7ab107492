/** The search of an address, as pages get it. */
export type SearchParameters = Readonly<Record<string, string | string[] | undefined>>;

/** The arguments of a connection. */
export interface PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

/** One value of an address's search; undefined when it is absent or empty. */
export function textParameter(parameters: SearchParameters, name: string): string | undefined {
  const value = parameters[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
}

/** One value among those that are possible; undefined for any other. */
export function choiceParameter<Choice extends string>(
  parameters: SearchParameters,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = textParameter(parameters, name);
  return choices.find((choice) => choice === value);
}

/** A day as `2026-10-24`; undefined when it is absent or none. */
export function dayParameter(parameters: SearchParameters, name: string): string | undefined {
  const value = textParameter(parameters, name);
  const time = value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : NaN;
  // Date.parse takes 31 February for a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value!) ? value : undefined;
}

/** Which page of a list an address asks for, in the arguments of a connection. */
export function pageParameters(parameters: SearchParameters, size = 50): PageArguments {
  const before = textParameter(parameters, 'before');
  if (before !== undefined) return { last: size, before };
  const after = textParameter(parameters, 'after');
  return { first: size, ...(after !== undefined && { after }) };
}

/** A search with some values changed, or removed by undefined; with a question mark unless it is empty. */
export function withParameters(
  parameters: SearchParameters,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const result = new URLSearchParams();
  for (const name of Object.keys({ ...parameters, ...changes })) {
    const value = name in changes ? changes[name] : textParameter(parameters, name);
    if (value) result.set(name, value);
  }
  const text = result.toString();
  return text === '' ? '' : `?${text}`;
}
