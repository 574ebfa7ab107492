import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Expectation, Persona } from './expectation.ts';

/** Every domain's expectation: the files named `<domain>.expectation.ts` in this folder. */
export const expectations: readonly Expectation[] = await Promise.all(
  readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.expectation.ts'))
    .map(
      async (file) =>
        ((await import(/* @vite-ignore */ join(import.meta.dirname, file))) as { expectation: Expectation })
          .expectation,
    ),
);

/** One part of all domains' expectations, merged. */
export function merged<Part extends Exclude<keyof Expectation, 'visible'>>(
  part: Part,
): NonNullable<Expectation[Part]> {
  return Object.assign({}, ...expectations.map((expectation) => expectation[part])) as NonNullable<
    Expectation[Part]
  >;
}

const rootFields = merged('rootFields');
const types = merged('types');
const fields = merged('fields');

/** Whether a persona may ask for a field of a type that returns another type. */
export function mayAsk(persona: Persona, parent: string, field: string, returned: string): boolean {
  const coordinate = `${parent}.${field}`;
  return [rootFields[coordinate], fields[coordinate], types[parent], types[returned]].every(
    (allowed) => allowed === undefined || allowed.includes(persona),
  );
}
