import { type GraphQLInputType, getNamedType, isObjectType } from 'graphql';
import type { GraphOperation } from '../graphOperation.ts';
import { type DefaultSelection, type SelectedField, branches } from './defaultSelection.ts';
import { type MutationResult, nodeOf, resultOf, subjectOf } from './graphShapes.ts';
import { capitalised } from './naming.ts';
import { type FieldOfType, type RestOperation, isMutation, targetOf } from './restOperation.ts';
import type { May } from './visibility.ts';

/** The name that an operation has in metrics, logs and traces of the graph. */
export function graphNameOf({ id }: RestOperation): string {
  return `Rest${capitalised(id)}`;
}

/** What has to be known to write an operation of the graph for one of the REST face. */
export interface DocumentParts {
  readonly operation: RestOperation;
  /** The arguments of the target field. Those that are not given do not stand in the document, so that their access rules do not count. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly id?: string;
  /** Of what is answered, in braces; empty for a leaf. */
  readonly selection: string;
  /** What is told beside it: refusals, other fields of a payload. */
  readonly defaults: DefaultSelection;
  readonly may: May;
  /** Fields of the connection besides its rows. */
  readonly include: readonly string[];
}

/** Writes the operation of the graph that answers an operation of the REST face. */
export function restDocument({
  operation,
  args,
  id,
  selection,
  defaults,
  may,
  include,
}: DocumentParts): GraphOperation {
  const target = targetOf(operation);
  const variables: Record<string, unknown> = {};
  const declarations: string[] = [];
  const call = ({ field }: FieldOfType, values: Readonly<Record<string, unknown>>, prefix = '') => {
    const given = field.args.filter((argument) => values[argument.name] !== undefined);
    for (const argument of given) {
      variables[`${prefix}${argument.name}`] = values[argument.name];
      declarations.push(`$${prefix}${argument.name}: ${argument.type as GraphQLInputType}`);
    }
    const list = given.map(({ name }) => `${name}: $${prefix}${name}`).join(', ');
    return `${field.name}${list ? `(${list})` : ''}`;
  };
  const withId = operation.hasId && !isMutation(operation) ? { id } : {};
  const asked = isMutation(operation)
    ? `${call(target, args)} ${ofResult(resultOf(target.field))}`
    : operation.inner
      ? `${call(operation.root, withId, '_')} { ${call(target, args)} ${ofQuery()} }`
      : `${call(target, { ...args, ...withId })} ${ofQuery()}`;
  const kind = isMutation(operation) ? 'mutation' : 'query';
  const head = `${kind} ${graphNameOf(operation)}${declarations.length > 0 ? `(${declarations.join(', ')})` : ''}`;
  return { query: `${head} { ${asked} }`, variables, operationName: graphNameOf(operation) };

  function ofQuery(): string {
    const { field } = target;
    if (!nodeOf(field)) return selection;
    const connection = getNamedType(field.type);
    const extras = include.map((name) => {
      const extra = isObjectType(connection) ? connection.getFields()[name] : undefined;
      return `${name} ${extra ? defaults.of(getNamedType(extra.type), may) : ''}`;
    });
    const page = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
    return `{ nodes ${selection} ${page} ${extras.join(' ')} }`;
  }

  function ofResult({ payload, refusals, isUnion }: MutationResult): string {
    if (!isObjectType(payload)) return selection;
    const subject = subjectOf(payload);
    const fields: readonly SelectedField[] = subject
      ? [
          {
            name: subject.name,
            text: `${subject.name} ${selection}`,
            signature: `${subject.type} ${selection}`,
          },
          ...defaults.fieldsOf(payload, may).filter(({ name }) => name !== subject.name),
        ]
      : [{ name: '', text: selection.slice(1, -1), signature: '' }];
    if (!isUnion) return `{ ${fields.map(({ text }) => text).join(' ')} }`;
    return branches([
      [payload.name, fields],
      ...refusals.map((type) => [type.name, defaults.fieldsOf(type, may)] as const),
    ]);
  }
}
