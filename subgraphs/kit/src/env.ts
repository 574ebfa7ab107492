import { z } from 'zod';

/** Settings are missing or wrong. The message names each one and says how to set it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads the settings of a process, once, at boot. An empty value counts as not set.
 *
 * @param schema one entry for each variable, each with `.describe()`: what it is, with an example.
 * @param source where the variables stand; the environment of the process by default.
 * @returns the values as the schema gives them.
 * @throws SettingsError naming every variable that is missing or wrong; it never shows a value, which may be a secret.
 */
export function readEnvironment<Schema extends z.ZodObject>(
  schema: Schema,
  source: Record<string, string | undefined> = process.env,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;

  const lines = new Map<string, string>();
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? 'settings');
    if (lines.has(name)) continue;
    const what =
      given[name] === undefined && name in schema.shape ? 'is not set' : `is wrong (${issue.message})`;
    const description = describe(schema.shape[name]);
    lines.set(name, `  ${name} ${what}.${description ? ` It is ${description}` : ''}`);
  }
  throw new SettingsError(
    `These settings are missing or wrong; set them in the environment and start again:\n${[...lines.values()].join('\n')}`,
  );
}

/** A setting as it holds, for those who run the service. */
export interface SettingInForce {
  name: string;
  /** What it is set to; stars for a secret; null when it is not set and has no default. */
  value: string | null;
  /** Where the value came from. */
  from: 'environment' | 'default';
}

/**
 * Tells the settings that {@link readEnvironment} would read, and where each came from.
 *
 * @param secrets names of those whose value is not told.
 */
export function settingsInForce(
  schema: z.ZodObject,
  secrets: readonly string[],
  source: Record<string, string | undefined> = process.env,
): SettingInForce[] {
  return Object.entries(schema.shape).map(([name, type]) => {
    const given = source[name] === '' ? undefined : source[name];
    const byDefault: unknown =
      given === undefined ? (type as z.ZodType).safeParse(undefined).data : undefined;
    const value = given ?? (byDefault === undefined ? null : String(byDefault));
    return {
      name,
      value: value !== null && secrets.includes(name) ? '***' : value,
      from: given === undefined ? 'default' : 'environment',
    };
  });
}

/** The description of a variable, also when it was given before `.default()` or `.optional()`. */
function describe(schema: unknown): string | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  if (schema.description) return schema.description.replace(/\.?$/, '.');
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return describe(schema.unwrap());
  return undefined;
}
