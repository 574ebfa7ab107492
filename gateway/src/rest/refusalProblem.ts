import { capitalised } from './naming.ts';
import { Problem, problemType, titleOf } from './problem.ts';

/** Statuses of refusals, by the names of their types; what is not here stands against the state of things: 409. */
const statusOf: Readonly<Record<string, number>> = { NotFound: 404, NotPermitted: 403, InvalidInput: 422 };

/** The HTTP status of a refusal of the graph. */
export function refusalStatus(typeName: string): number {
  return Object.hasOwn(statusOf, typeName) ? statusOf[typeName]! : 409;
}

/** The member of a problem that a refusal's field becomes: its name, unless RFC 9457 has another use for it. */
export function memberOf(field: string): string {
  const isTaken = ['type', 'title', 'status', 'detail', 'instance'].includes(field);
  return isTaken ? `refusal${capitalised(field)}` : field;
}

/**
 * The problem that a typed refusal comes to: its message as the detail, its other fields beside it.
 *
 * @param refusal with its `__typename`.
 */
export function refusalProblem(refusal: Readonly<Record<string, unknown>>): Problem {
  const { __typename, message, ...fields } = refusal;
  const name = String(__typename);
  const extensions = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [memberOf(field), value]),
  );
  return new Problem('INTERNAL', {
    status: refusalStatus(name),
    type: problemType(name),
    title: titleOf(name),
    detail: typeof message === 'string' ? message : `It was refused: ${titleOf(name)}.`,
    extensions,
  });
}
