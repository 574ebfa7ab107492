import type { GraphQLInputField } from 'graphql';
import { inputOf } from './graphShapes.ts';
import type { InputMistake } from './inputMistake.ts';
import { isRequired, readFields } from './inputValue.ts';
import { type RestOperation, isMutation } from './restOperation.ts';

/** The properties that the body of an operation may have: those of its input, without the id in the path. */
export function bodyFields({ root, hasId, ...operation }: RestOperation): readonly GraphQLInputField[] {
  if (!isMutation({ root, hasId, ...operation })) return [];
  const input = inputOf(root.field);
  const fields: readonly GraphQLInputField[] = input ? Object.values(input.getFields()) : root.field.args;
  return fields.filter(({ name }) => !(hasId && name === 'id'));
}

/** Whether an operation cannot be asked without a body. */
export function needsBody(operation: RestOperation): boolean {
  return bodyFields(operation).some(isRequired);
}

/**
 * Makes the arguments of a mutation from a body.
 *
 * @param body undefined when none came.
 * @param complain is told of everything that is not right; what is returned may only be used when nothing is.
 */
export function readBody(
  operation: RestOperation,
  body: unknown,
  id: string | undefined,
  complain: (mistake: InputMistake) => void,
): Readonly<Record<string, unknown>> {
  const given = body ?? {};
  readFields(given, bodyFields(operation), (path, why) => {
    const place = path.join('.') || 'The body';
    complain({ pointer: pointerOf(path), detail: `${place} ${why}.` });
  });
  const values = { ...(given as object), ...(operation.hasId && { id }) };
  return inputOf(operation.root.field) ? { input: values } : values;
}

function pointerOf(path: readonly (string | number)[]): string {
  const escaped = path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#${escaped.map((key) => `/${encodeURIComponent(key)}`).join('')}`;
}
