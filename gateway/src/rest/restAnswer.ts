import { getNamedType, isLeafType } from 'graphql';
import type { GraphResult } from '../graphOperation.ts';
import { hasAliases, withoutAliases } from './defaultSelection.ts';
import { graphProblem } from './graphProblem.ts';
import { nodeOf, resultOf, subjectOf } from './graphShapes.ts';
import { hasNoContent } from './hasNoContent.ts';
import { Problem } from './problem.ts';
import { refusalProblem } from './refusalProblem.ts';
import { type RestOperation, isMutation, restPrefix, targetOf } from './restOperation.ts';

/** What the REST face answers. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined when the answer has no content. */
  readonly body?: unknown;
}

/** What an answer is made from. */
export interface Answered {
  readonly operation: RestOperation;
  readonly result: GraphResult;
  /** What was asked of the graph. */
  readonly query: string;
  readonly id: string | undefined;
  /** Where a record of the answered type stands, with `{id}`; undefined when it has no address. */
  readonly home: string | undefined;
  readonly search: URLSearchParams;
  readonly requestId: string;
}

/**
 * Makes the answer of what the graph answered. It is whole or a problem: what is there of an answer with errors is
 * not told.
 *
 * @throws Problem
 */
export function restAnswer(answered: Answered): RestAnswer {
  const { result, query } = answered;
  const data = (hasAliases(query) ? withoutAliases(result.data) : result.data) as typeof result.data;
  return isMutation(answered.operation) ? ofMutation(answered, data) : ofQuery(answered, data);
}

function ofQuery(answered: Answered, data: GraphResult['data']): RestAnswer {
  const { operation, result, id, requestId } = answered;
  if (result.errors?.length) throw graphProblem(result.errors, requestId);
  const target = targetOf(operation);
  const record = data?.[operation.root.field.name] as Record<string, unknown> | null;
  const value = operation.inner && record ? record[target.field.name] : record;
  if (value === null && !isLeafType(getNamedType(target.field.type))) {
    throw new Problem('NOT_FOUND', {
      detail:
        id === undefined
          ? 'There is nothing here for you.'
          : `There is no record ${id} among those that you may see.`,
    });
  }
  if (!nodeOf(target.field)) return { status: 200, headers: {}, body: { data: value } };
  const { nodes, pageInfo, ...extras } = value as {
    nodes: unknown[];
    pageInfo: Record<'hasNextPage' | 'hasPreviousPage', boolean> &
      Record<'startCursor' | 'endCursor', string | null>;
  };
  const links = [
    pageInfo.hasNextPage && link(answered, 'next', { after: pageInfo.endCursor }),
    pageInfo.hasPreviousPage && link(answered, 'prev', { before: pageInfo.startCursor }),
  ].filter(Boolean);
  return {
    status: 200,
    headers: links.length > 0 ? { link: links.join(', ') } : {},
    body: { data: nodes, page: pageInfo, ...extras },
  };
}

/** A link to another page of the same list (RFC 8288). */
function link(
  { operation, id, search }: Answered,
  relation: 'next' | 'prev',
  cursors: Readonly<Record<string, string | null>>,
): string {
  const asked = new URLSearchParams(search);
  const size = asked.get('first') ?? asked.get('last');
  for (const name of ['first', 'after', 'last', 'before']) asked.delete(name);
  if (relation === 'prev') asked.set('last', size ?? '20');
  else if (size !== null) asked.set('first', size);
  for (const [name, cursor] of Object.entries(cursors)) if (cursor !== null) asked.set(name, cursor);
  return `<${addressOf(operation.path, id)}?${asked}>; rel="${relation}"`;
}

function ofMutation(answered: Answered, data: GraphResult['data']): RestAnswer {
  const { operation, result, requestId } = answered;
  const { field } = operation.root;
  const { payload, refusals, isUnion } = resultOf(field);
  const value = data?.[field.name] as Record<string, unknown> | null | undefined;
  const refused = refusals.some(({ name }) => name === value?.['__typename']);
  if (value && refused) throw refusalProblem(value);
  if (result.errors?.length)
    throw isDone(answered, value) ? unread(answered, value) : graphProblem(result.errors, requestId);
  const { __typename: _, ...whole } = value ?? {};
  const plain = isUnion ? whole : value;
  const subject = subjectOf(payload);
  if (hasNoContent(operation)) return { status: 204, headers: {} };
  const { [subject?.name ?? '']: record, ...others } = (plain ?? {}) as Record<string, unknown>;
  return {
    status: operation.creates ? 201 : 200,
    headers: location(answered, record),
    body: subject ? { data: record, ...others } : { data: plain },
  };
}

/** Whether a change was made although errors came: its payload is there, or what failed is a read that followed it. */
function isDone({ result }: Answered, value: unknown): boolean {
  const followed = result.errors!.some(({ extensions }) => extensions?.['retryable'] === true);
  return followed || (typeof value === 'object' && value !== null);
}

function unread(answered: Answered, value: Record<string, unknown> | null | undefined): Problem {
  const subject = subjectOf(resultOf(answered.operation.root.field).payload);
  const because = graphProblem(answered.result.errors!, answered.requestId);
  return new Problem('DONE_BUT_UNREAD', {
    detail: `It was done, but what came of it cannot be read in full: ${because.message}`,
    extensions: { retryable: false },
    headers: location(answered, value?.[subject?.name ?? '']),
  });
}

function location({ operation, home }: Answered, record: unknown): Record<string, string> {
  const id = (record as { id?: unknown } | null | undefined)?.id;
  return operation.creates && home && typeof id === 'string' ? { location: addressOf(home, id) } : {};
}

/** The address of an operation, or of a record. */
export function addressOf(path: string, id: string | undefined): string {
  return restPrefix + path.replace('{id}', encodeURIComponent(id ?? ''));
}
