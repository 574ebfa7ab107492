import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLLeafType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { pageSizes } from '@guildhall/kit/pageSize';
import { needsNoArguments, nodeOf } from './graphShapes.ts';
import { hasNoContent } from './hasNoContent.ts';
import type { InputMistake } from './inputMistake.ts';
import { isRequired, leafOf, readInput } from './inputValue.ts';
import { answeredType } from './answeredType.ts';
import { type RestOperation, isMutation, targetOf } from './restOperation.ts';

/** A query parameter that becomes an argument of the graph, or a field of one. */
export interface RestParameter {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly isRequired: boolean;
  readonly defaultValue: unknown;
  readonly description: string;
  readonly deprecationReason: string | null | undefined;
  /** The argument that it is, or is a part of. */
  readonly argument: string;
  /** The field of the argument's input object. */
  readonly part?: string;
  /** Whether it is written as JSON, since it holds objects. */
  readonly isJson: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Parameters of the REST face itself. */
export const ownParameters = ['fields', 'include'] as const;

const pageArguments = ['first', 'last'];

/** The query parameters of an operation, without those of {@link ownParameters}. */
export function parametersOf(operation: RestOperation): readonly RestParameter[] {
  if (isMutation(operation)) return [];
  const { field } = targetOf(operation);
  const isConnection = nodeOf(field) !== undefined;
  const args = field.args.filter(({ name }) => !(operation.hasId && !operation.inner && name === 'id'));
  const plain = args.flatMap((argument) => (isFlat(argument) ? [] : [ofArgument(argument)]));
  const parts = args.filter(isFlat).flatMap((argument) => partsOf(argument));
  const taken = new Set<string>([...ownParameters, ...plain.map(({ name }) => name)]);
  return [
    ...plain.map((parameter) =>
      isConnection && pageArguments.includes(parameter.name)
        ? { ...parameter, minimum: 0, maximum: pageSizes.most }
        : parameter,
    ),
    ...parts.map((parameter) =>
      taken.has(parameter.name)
        ? { ...parameter, name: `${parameter.argument}.${parameter.name}` }
        : parameter,
    ),
  ];
}

/** The fields of a connection besides its rows, which `include` asks for: `totalCount` and the like. */
export function extrasOf(operation: RestOperation): readonly string[] {
  const { field } = targetOf(operation);
  const connection = getNamedType(field.type);
  if (!nodeOf(field) || !('getFields' in connection)) return [];
  return Object.values(connection.getFields())
    .filter((extra) => !['edges', 'nodes', 'pageInfo'].includes(extra.name))
    .filter((extra) => 'args' in extra && needsNoArguments(extra))
    .map(({ name }) => name);
}

/** Whether `fields` can choose of what an operation answers: of records, but not of values or of nothing. */
export function isChoosable(operation: RestOperation): boolean {
  const type = answeredType(operation);
  return (isObjectType(type) || isInterfaceType(type)) && !hasNoContent(operation);
}

/** What a query string asks for. */
export interface AskedFor {
  /** The arguments of the field, by name; those that nothing was said of are left out. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The paths of `fields`; undefined when the default is wanted. */
  readonly fields?: readonly string[];
  readonly include: readonly string[];
}

/**
 * Reads a query string.
 *
 * @param complain is told of everything that is not right; what is returned may only be used when nothing is.
 */
export function readParameters(
  operation: RestOperation,
  parameters: readonly RestParameter[],
  search: URLSearchParams,
  complain: (mistake: InputMistake) => void,
): AskedFor {
  const args: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const { name, argument, part } = parameter;
    const texts = search.getAll(name);
    const wrong = (why: string) => complain({ parameter: name, detail: `${name} ${why}.` });
    if (texts.length === 0) {
      if (parameter.isRequired) wrong('is needed');
      continue;
    }
    const value = valueOf(parameter, texts, wrong);
    if (part === undefined) args[argument] = value;
    else args[argument] = { ...(args[argument] as object | undefined), [part]: value };
  }
  completeOrder(args, complain);
  const known = new Set<string>(parameters.map(({ name }) => name));
  if (isChoosable(operation)) known.add('fields');
  const extras = extrasOf(operation);
  if (extras.length > 0) known.add('include');
  for (const name of new Set(search.keys())) {
    if (!known.has(name)) {
      complain({ parameter: name, detail: `${name} is no parameter of this operation.` });
    }
  }
  const include = listOf(search, 'include', complain) ?? [];
  for (const extra of extras.length > 0 ? include : []) {
    if (extras.includes(extra)) continue;
    const detail = `include takes ${extras.join(' and ')}, and not ${extra}.`;
    complain({ parameter: 'include', detail });
  }
  const fields = listOf(search, 'fields', complain);
  return { args, include, ...(fields && { fields }) };
}

function valueOf(parameter: RestParameter, texts: readonly string[], wrong: (why: string) => void): unknown {
  const { type, isJson, minimum = -Infinity, maximum = Infinity } = parameter;
  const nullable = isNonNullType(type) ? type.ofType : type;
  const isMany = isListType(nullable) && !isJson;
  if (!isMany && texts.length > 1) wrong('may be given once');
  let value: unknown;
  if (isJson) {
    try {
      value = JSON.parse(texts[0]!);
    } catch {
      wrong('has to be JSON');
      return undefined;
    }
  } else {
    const leaves = texts.map((text) => leafOf(text, getNamedType(type) as GraphQLLeafType));
    value = isMany ? leaves : leaves[0];
  }
  let isRight = true;
  readInput(value, type, (path, why) => {
    isRight = false;
    wrong(
      path.length > 0 && isJson
        ? `: ${path.join('.')} ${why}`
        : `${why}${isMany ? ', once for each value' : ''}`,
    );
  });
  if (isRight && typeof value === 'number' && (value < minimum || value > maximum)) {
    wrong(`has to be from ${minimum} to ${maximum}`);
  }
  return value;
}

/** A direction alone orders nothing. */
function completeOrder(args: Record<string, unknown>, complain: (mistake: InputMistake) => void): void {
  const order = args['orderBy'] as Record<string, unknown> | undefined;
  if (order && 'direction' in order && !('field' in order)) {
    complain({ parameter: 'direction', detail: 'direction needs orderBy beside it.' });
  }
}

function listOf(
  search: URLSearchParams,
  name: string,
  complain: (mistake: InputMistake) => void,
): readonly string[] | undefined {
  const texts = search.getAll(name);
  if (texts.length === 0) return undefined;
  const parts = texts.flatMap((text) => text.split(',')).map((part) => part.trim());
  if (parts.some((part) => part === '')) {
    complain({ parameter: name, detail: `${name} has to be names with commas between them.` });
  }
  return [...new Set(parts)];
}

function isFlat(argument: GraphQLArgument): boolean {
  return isInputObjectType(getNamedType(argument.type)) && !holdsLists(argument.type);
}

function holdsLists(type: GraphQLInputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function ofArgument(argument: GraphQLArgument): RestParameter {
  return {
    ...told(argument),
    name: argument.name,
    argument: argument.name,
    isRequired: isRequired(argument),
    isJson: !isLeafType(getNamedType(argument.type)),
  };
}

/** The parameters that an input object is spread over: `filter` has those of its fields' names, `orderBy` its own and `direction`. */
function partsOf(argument: GraphQLArgument): RestParameter[] {
  const input = getNamedType(argument.type);
  const fields = isInputObjectType(input) ? Object.values(input.getFields()) : [];
  const isOrder =
    argument.name === 'orderBy' && fields.every(({ name }) => ['field', 'direction'].includes(name));
  return fields.map((part) => {
    const named = getNamedType(part.type);
    const spread = isOrder || argument.name === 'filter';
    return {
      ...told(part),
      name:
        isOrder && part.name === 'field' ? 'orderBy' : spread ? part.name : `${argument.name}.${part.name}`,
      argument: argument.name,
      part: part.name,
      // Within an argument that may be left out, nothing has to be said.
      isRequired: isNonNullType(argument.type) && isRequired(part),
      isJson: !isLeafType(named) && !isEnumType(named),
    };
  });
}

function told({ type, defaultValue, description, deprecationReason }: GraphQLArgument | GraphQLInputField) {
  return { type, defaultValue, description: description ?? '', deprecationReason };
}
