import { readFileSync } from 'node:fs';
import { z } from 'zod';

const scope = z.string().regex(/^[a-z]+:[a-z]+$/, 'a scope is written noun:verb in small letters');

const personasFile = z.record(
  z.string().regex(/^[a-z][a-z_]{0,49}$/),
  z.strictObject({ description: z.string().min(1), scopes: z.array(scope) }),
);

/** A role of the institute, and the scopes that its holders may be granted at most. */
export interface Persona {
  description: string;
  scopes: readonly string[];
}

/** Personas by role. */
export type Personas = ReadonlyMap<string, Persona>;

/**
 * Reads `gateway/personas.json`.
 *
 * @throws ZodError when the file is not what it has to be.
 */
export function readPersonas(file: URL = new URL('../personas.json', import.meta.url)): Personas {
  return parsePersonas(readFileSync(file, 'utf8'));
}

/**
 * Personas from the text of such a file.
 *
 * @throws ZodError when the text is not what it has to be.
 */
export function parsePersonas(text: string): Personas {
  return new Map(Object.entries(personasFile.parse(JSON.parse(text))));
}
