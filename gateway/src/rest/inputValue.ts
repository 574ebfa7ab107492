import {
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLLeafType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { z } from 'zod';

/** Says that a value is not right: where, as keys from the outside in, and why, to follow the name of the place. */
export type Complain = (path: readonly (string | number)[], why: string) => void;

/** The forms of scalars of the graph that the gateway knows nothing else of, for people and as a check. */
export const scalarForms: Readonly<Record<string, { form: string; schema: z.ZodType; format: string }>> = {
  DateTime: {
    form: 'an instant as RFC 3339 has it, for example 2026-11-02T07:00:00Z',
    schema: z.iso.datetime({ offset: true }),
    format: 'date-time',
  },
  LocalDate: {
    form: 'a day as ISO 8601 has it, for example 2026-11-02',
    schema: z.iso.date(),
    format: 'date',
  },
};

const largestInt = 2 ** 31 - 1;

/**
 * Checks a JSON value against an input type of the graph.
 *
 * @returns the value, as a variable of an operation takes it.
 */
export function readInput(
  value: unknown,
  type: GraphQLInputType,
  complain: Complain,
  path: readonly (string | number)[] = [],
): unknown {
  if (isNonNullType(type)) {
    if (value == null) complain(path, 'is needed');
    return value == null ? value : readInput(value, type.ofType, complain, path);
  }
  if (value === null) return null;
  if (isListType(type)) {
    if (!Array.isArray(value)) complain(path, 'has to be a list');
    else value.forEach((item, index) => readInput(item, type.ofType, complain, [...path, index]));
    return value;
  }
  if (isInputObjectType(type)) {
    readFields(value, Object.values(type.getFields()), complain, path);
    return value;
  }
  const problem = leafMistake(value, type);
  if (problem) complain(path, problem);
  return value;
}

/** Checks the fields of an object: those that are there, those that are missing, and those that nobody knows. */
export function readFields(
  value: unknown,
  fields: readonly GraphQLInputField[],
  complain: Complain,
  path: readonly (string | number)[] = [],
): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    complain(path, 'has to be an object');
    return;
  }
  const given = value as Record<string, unknown>;
  for (const field of fields) {
    const isGiven = Object.hasOwn(given, field.name);
    if (isGiven) readInput(given[field.name], field.type, complain, [...path, field.name]);
    else if (isRequired(field)) complain([...path, field.name], 'is needed');
  }
  for (const name of Object.keys(given)) {
    if (!fields.some((field) => field.name === name)) complain([...path, name], 'is not known here');
  }
}

/** Whether a field or an argument has to be given. */
export function isRequired({
  type,
  defaultValue,
}: Pick<GraphQLInputField, 'type' | 'defaultValue'>): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

/** Why a JSON value is none of a scalar or an enum; undefined when it is one. */
export function leafMistake(value: unknown, type: GraphQLLeafType): string | undefined {
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name);
    return names.includes(value as string) ? undefined : `has to be ${alternatives(names)}`;
  }
  switch (type.name) {
    case 'Int':
      return Number.isInteger(value) && Math.abs(value as number) <= largestInt
        ? undefined
        : 'has to be a whole number of at most 32 bits';
    case 'Float':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : 'has to be a number';
    case 'Boolean':
      return typeof value === 'boolean' ? undefined : 'has to be true or false';
    case 'ID':
    case 'String':
      return typeof value === 'string' ? undefined : 'has to be a text';
    default: {
      const known = scalarForms[type.name];
      return !known || known.schema.safeParse(value).success ? undefined : `has to be ${known.form}`;
    }
  }
}

/** The JSON value that a text stands for as a scalar or an enum; the text itself where it stands for none. */
export function leafOf(text: string, type: GraphQLLeafType): unknown {
  if (type.name === 'Int' || type.name === 'Float') {
    return /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text) ? Number(text) : text;
  }
  if (type.name === 'Boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function alternatives(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
